using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>
/// A suffix stemmer for Ukrainian in the manner of the Russian Snowball one, our own: no published Snowball description exists. It cuts one
/// ending and then levels what declension changes inside the stem: і and о (Львів, Львова; рік, року), к and ц (політика, політиці),
/// fleeting vowels (ринок, ринку), doubled consonants (рішення, рішень).
/// </summary>
internal static class UkrainianStemmer
{
    // Shorter rests are roots: what looks like a suffix belongs to them (Київ, заява).
    private const int ShortestRest = 3;

    private static readonly SuffixTable Gerunds = new("вши вшись ючи ючись ячи ячись учи учись");

    private static readonly SuffixTable Endings = new(
        // Nouns and adjectives.
        "а я о е є и і ї у ю ь й ою ею єю ією ьою ом ем єм ам ям іям ах ях іях ами ями іями ьми ей ій їй ий ів їв ові еві єві "
        + "ого ього ому ьому ої ьої ії ія ію іє им ім їм их іх їх ими іми їми ую юю яя ая еє ее "
        // Verbs.
        + "уть ють ать ять ить їть еш єш иш їш емо ємо имо їмо ете єте ите їте",
        "в ла ло ли ти ть");

    private static readonly FrozenDictionary<string, string> Irregular = IrregularForms.Read(
        "ден: день дня дню днем дні днів дням днями днях",
        "тижн: тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях",
        "сочн: січень",
        "березн: березень",
        "квотн: квітень",
        "травн: травень",
        "червн: червень",
        "липн: липень",
        "серпн: серпень",
        "вересн: вересень",
        "жовтн: жовтень",
        "грудн: грудень",
        "ровн: рівень",
        "гривн: гривень");

    public static string Stem(string lowerWord) => Irregular.TryGetValue(lowerWord, out var stem) ? stem : StemRegular(lowerWord);

    private static string StemRegular(string lowerWord)
    {
        var word = new StemBuffer(lowerWord.Replace("'", string.Empty, StringComparison.Ordinal));
        if (word.EndsWith("іо") || word.EndsWith("ео"))
        {
            // радіо, відео: not declined.
            return word.ToString();
        }

        var region = 0;
        while (region < word.Length && !IsVowel(word[region]))
        {
            region++;
        }

        region++;
        _ = word.CutWithin("ся", region) || word.CutWithin("сь", region);
        if (!word.CutLongestWithin(Gerunds, region))
        {
            CutEnding(word, region);
        }

        CutSuffix(word, region);
        LevelConsonants(word, region);
        LevelVowels(word);
        return word.ToString();
    }

    private static void CutEnding(StemBuffer word, int region)
    {
        var suffix = word.LongestWithin(Endings, region);
        if (suffix is null || (Endings.GroupOf(suffix) == 1 && !FollowsVerbVowel(word, suffix.Length, region)))
        {
            // "ти" after a consonant is the plural of a noun: документи.
            word.CutFirst(region, "и", "а", "о", "ь");
            return;
        }

        // подія, надія: the і belongs to the root.
        if (suffix is "ія" or "ії" or "ію" or "ією" or "ій" or "іям" or "іях" or "іями"
            && word.Length - suffix.Length <= ShortestRest && !word.StartsWith("нов") && !word.StartsWith("мал"))
        {
            word.Cut(suffix.Length - 1);
            return;
        }

        if (suffix is "ів" or "їв" or "ові" or "еві" or "єві" && word.Length - suffix.Length < ShortestRest)
        {
            word.CutWithin("і", region);
            return;
        }

        word.Cut(suffix.Length);
    }

    // The same cuts for forms in which the ending hid the suffix: каналу as канали, держава as держав, Харкова as Харків.
    private static void CutSuffix(StemBuffer word, int region)
    {
        if (word.Last is 'в' or 'л' or 'т' && FollowsVerbVowel(word, 1, region))
        {
            word.Cut(1);
        }
        else if (word.EndsWithin("ов", region) || word.EndsWithin("ев", region) || word.EndsWithin("єв", region))
        {
            word.Cut(word.Length - 2 >= ShortestRest ? 2 : 0);
        }

        while (word.Length > ShortestRest + 1 && word.Length > region && IsVowel(word.Last))
        {
            word.Cut(1);
        }

        if ((word.EndsWithin("ув", region) || word.EndsWithin("юв", region) || word.EndsWithin("ен", region) || word.EndsWithin("енн", region))
            && word.Length - 2 >= ShortestRest)
        {
            word.Cut(word.Last == 'н' && word.Before(1) == 'н' ? 3 : 2);
        }
    }

    private static void LevelConsonants(StemBuffer word, int region)
    {
        word.CutWithin("ь", region);
        if (word.Length > ShortestRest && word.Last == word.Before(1))
        {
            word.Cut(1);
        }

        // заявити, заявляє.
        if (word.Length > ShortestRest && word.Last == 'л' && word.Before(1) is 'б' or 'п' or 'в' or 'м' or 'ф')
        {
            word.Cut(1);
        }

        // ринок, ринку; українець, українця.
        if (word.Length > ShortestRest && (word.EndsWith("ок") || word.EndsWith("ек") || word.EndsWith("ец")) && !IsVowel(word.Before(2)))
        {
            word.Replace(2, word.Last.ToString());
        }

        var last = word.Length - 1;
        if (last >= 2)
        {
            word[last] = word[last] switch { 'ц' => 'к', 'з' => 'г', var letter => letter };
        }
    }

    private static void LevelVowels(StemBuffer word)
    {
        var position = word.Length - 1;
        while (position >= 0 && !IsVowel(word[position]))
        {
            position--;
        }

        if (position >= 0 && position < word.Length - 1)
        {
            word[position] = word[position] switch { 'і' => 'о', 'ї' => 'є', var letter => letter };
        }
    }

    // A verb's vowel before the suffix. After і, which nouns have there too (саміт, відділ), the rest must be longer.
    private static bool FollowsVerbVowel(StemBuffer word, int suffixLength, int region)
    {
        var rest = word.Length - suffixLength - 1;
        if (rest < Math.Max(region, ShortestRest))
        {
            return false;
        }

        return word.Before(suffixLength) switch
        {
            'а' or 'я' or 'и' or 'у' or 'ї' => true,
            'і' => rest > ShortestRest && word[rest - 1] != word[rest - 2],
            _ => false,
        };
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ю' or 'я' or 'і' or 'ї' or 'є';
}
