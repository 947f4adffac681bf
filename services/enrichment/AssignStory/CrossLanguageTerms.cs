using System.Globalization;
using System.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What articles in different languages can share: names by their consonants, and figures.</summary>
internal static class CrossLanguageTerms
{
    // Shorter skeletons are shared by too many names.
    private const int ShortestName = 3;

    // Years stand in half of all news.
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private const string SilentLetters = "aeiouyjwаеёєиіїйоуыэюяьъ'’ʼ";

    /// <summary>Name skeletons and figures of an article, each once.</summary>
    public static IReadOnlySet<string> Of(StoryCandidate candidate)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in candidate.EntityNames)
        {
            terms.UnionWith(Of(name));
        }

        terms.UnionWith(candidate.Terms.Select(term => Figure(term.Term)).OfType<string>());
        return terms;
    }

    /// <summary>The skeletons of a name's words.</summary>
    public static IEnumerable<string> Of(string name) =>
        name.Split([' ', '-', '\u00A0', '.'], StringSplitOptions.RemoveEmptyEntries).Select(Skeleton).Where(skeleton => skeleton.Length >= ShortestName);

    /// <summary>A name without its vowels after the first sound and with one letter for what the languages write differently (г, х, g, h).</summary>
    private static string Skeleton(string word)
    {
        var skeleton = new StringBuilder(word.Length);
        var lower = word.ToLowerInvariant();
        for (var i = 0; i < lower.Length; i++)
        {
            var sound = Sound(lower, ref i);
            if (i < 1 && sound.Length == 0)
            {
                sound = "a";
            }

            if (sound.Length > 0 && (skeleton.Length == 0 || skeleton[^1] != sound[0]))
            {
                skeleton.Append(sound);
            }
        }

        return skeleton.ToString();
    }

    private static string Sound(string word, ref int i)
    {
        var pair = i + 1 < word.Length ? word.AsSpan(i, 2) : default;
        var sound = pair switch
        {
            "sh" or "zh" or "ch" => "s",
            "kh" or "gh" => "h",
            "ph" => "f",
            "th" => "t",
            "ck" => "k",
            "ts" => "c",
            _ => null,
        };
        if (sound is not null)
        {
            i++;
            return sound;
        }

        var letter = word[i];
        return SilentLetters.Contains(letter, StringComparison.Ordinal) ? "" : letter switch
        {
            'б' => "b",
            'в' => "v",
            'г' or 'ґ' or 'х' or 'g' => "h",
            'д' => "d",
            'ж' or 'ч' or 'ш' or 'щ' => "s",
            'з' or 'z' or 'с' => "s",
            'к' or 'c' or 'q' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'п' => "p",
            'р' => "r",
            'т' => "t",
            'ф' => "f",
            'ц' => "c",
            'x' => "ks",
            _ => char.IsLetterOrDigit(letter) ? letter.ToString() : "",
        };
    }

    // 1,1 and 1.1 are one figure; 380,000 and 380 (thousand) too.
    private static string? Figure(string term)
    {
        if (!char.IsAsciiDigit(term[0]))
        {
            return null;
        }

        var digits = term.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        if (digits.Count(character => character == '.') > 1 || digits.EndsWith(".000", StringComparison.Ordinal))
        {
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }

        while (digits.EndsWith("000", StringComparison.Ordinal))
        {
            digits = digits[..^3];
        }

        var isYear = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FirstYear and <= LastYear;
        return digits.Length < 2 || isYear ? null : digits;
    }
}
