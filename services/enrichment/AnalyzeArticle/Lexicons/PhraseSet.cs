using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

/// <summary>Names of one or more words, found in a text in any of their case forms.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<Phrase>> _byFirstForm = [];

    private readonly List<string> _names = [];

    /// <summary>The nominatives of all names, in the order of the lists.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds names, each in its nominative.</summary>
    public PhraseSet Add(IEnumerable<string> entries, string language)
    {
        foreach (var entry in entries)
        {
            var display = string.Join(' ', entry.Split(' ').Select(SlavicForms.Display));
            _names.Add(display);
            var words = WordsOf(entry, language);
            var phrase = new Phrase(display, words, display.Length > 1 && display.All(IsUpperOrSign));
            foreach (var form in words[0])
            {
                if (!_byFirstForm.TryGetValue(form, out var phrases))
                {
                    _byFirstForm[form] = phrases = [];
                }

                phrases.Add(phrase);
            }
        }

        return this;
    }

    /// <summary>The longest name that begins at the word; null when none does.</summary>
    public PhraseMatch? At(IReadOnlyList<Word> words, int index)
    {
        if (!words[index].IsCapitalised || !_byFirstForm.TryGetValue(words[index].Form, out var phrases))
        {
            return null;
        }

        PhraseMatch? best = null;
        foreach (var phrase in phrases)
        {
            var length = phrase.Words.Length;
            if (length > (best?.Length ?? 0) && Fits(words, index, phrase))
            {
                best = new PhraseMatch(phrase.Name, length);
            }
        }

        return best;
    }

    private static bool Fits(IReadOnlyList<Word> words, int index, Phrase phrase)
    {
        // An abbreviation is one only in capitals: "US" but not "Us", "ВОЗ" but not "Воз".
        if (index + phrase.Words.Length > words.Count || (phrase.Abbreviation && words[index].Shape == WordShape.Title))
        {
            return false;
        }

        for (var i = 1; i < phrase.Words.Length; i++)
        {
            if (!phrase.Words[i].Contains(words[index + i].Form))
            {
                return false;
            }
        }

        return true;
    }

    // Signs inside a name ("U.S.", "AT&T") are words of their own in a text.
    private static HashSet<string>[] WordsOf(string entry, string language) =>
        [.. entry.Split(' ').SelectMany(word => word.Contains('/', StringComparison.Ordinal)
            ? [SlavicForms.Of(word, language).ToHashSet()]
            : WordReader.Forms(word).Select(form => SlavicForms.Of(form, language).ToHashSet()))];

    private static bool IsUpperOrSign(char character) => char.IsUpper(character) || !char.IsLetter(character);

    private sealed record Phrase(string Name, HashSet<string>[] Words, bool Abbreviation);
}

/// <summary>A name found in a text.</summary>
/// <param name="Name">Its nominative.</param>
/// <param name="Length">How many words it covers.</param>
internal sealed record PhraseMatch(string Name, int Length);
