using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>The English Snowball stemmer, Porter2 (M. F. Porter, snowballstem.org/algorithms/english/stemmer.html).</summary>
internal static class EnglishStemmer
{
    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> DoneAfterPlural =
        new[] { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" }.ToFrozenSet();

    private static readonly SuffixTable Plurals = new("sses", "ied ies", "s", "us ss");

    private static readonly SuffixTable Pasts = new("eed eedly", "ed edly ing ingly");

    private static readonly SuffixTable Doubles = new("bb dd ff gg mm nn pp rr tt");

    private static readonly Replacements Step2 = new(
        "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al aliti:al alli:al "
        + "fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogi:og fulli:ful lessli:less li:");

    private static readonly Replacements Step3 = new("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:");

    private static readonly SuffixTable Step4 = new("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");

    public static string Stem(string lowerWord)
    {
        if (lowerWord.Length <= 2)
        {
            return lowerWord;
        }

        return Exceptions.TryGetValue(lowerWord, out var exception) ? exception : StemRegular(lowerWord);
    }

    private static string StemRegular(string lowerWord)
    {
        var word = new StemBuffer(lowerWord.TrimStart('\''));
        MarkConsonantY(word);
        var region1 = Region1(word);
        var region2 = word.RegionAfter(region1, IsVowel);

        CutPossessive(word);
        CutPlural(word);
        if (!DoneAfterPlural.Contains(word.ToString()))
        {
            CutPast(word, region1);
            ReplaceFinalY(word);
            CutDerivation(word, region1, region2);
            CutEnd(word, region1, region2);
        }

        word.Map("Y", "y");
        return word.ToString();
    }

    private static void MarkConsonantY(StemBuffer word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }
    }

    private static int Region1(StemBuffer word)
    {
        if (word.StartsWith("gener") || word.StartsWith("arsen"))
        {
            return 5;
        }

        return word.StartsWith("commun") ? 6 : word.RegionAfter(0, IsVowel);
    }

    private static void CutPossessive(StemBuffer word)
    {
        _ = word.CutWithin("'s'", 0) || word.CutWithin("'s", 0) || word.CutWithin("'", 0);
    }

    private static void CutPlural(StemBuffer word)
    {
        if (word.Longest(Plurals) is not { } suffix)
        {
            return;
        }

        switch (Plurals.GroupOf(suffix))
        {
            case 0:
                word.Cut(2);
                break;
            case 1:
                word.Replace(3, word.Length > 4 ? "i" : "ie");
                break;
            case 2 when HasVowel(word, word.Length - 2):
                word.Cut(1);
                break;
        }
    }

    private static void CutPast(StemBuffer word, int region1)
    {
        if (word.Longest(Pasts) is not { } suffix)
        {
            return;
        }

        if (Pasts.GroupOf(suffix) == 0)
        {
            word.ReplaceWithin(suffix, region1, "ee");
            return;
        }

        if (!HasVowel(word, word.Length - suffix.Length))
        {
            return;
        }

        word.Cut(suffix.Length);
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz") || (word.Longest(Doubles) is null && word.Length <= region1 && EndsShort(word)))
        {
            word.Replace(0, "e");
        }
        else if (word.Longest(Doubles) is not null)
        {
            word.Cut(1);
        }
    }

    private static void ReplaceFinalY(StemBuffer word)
    {
        if (word.Last is 'y' or 'Y' && word.Length > 2 && !IsVowel(word.Before(1)))
        {
            word.Replace(1, "i");
        }
    }

    private static void CutDerivation(StemBuffer word, int region1, int region2)
    {
        if (word.Longest(Step2.Suffixes) is { } second && word.Fits(second, region1) && MayReplace(word, second))
        {
            word.Replace(second.Length, Step2[second]);
        }

        if (word.Longest(Step3.Suffixes) is { } third && word.Fits(third, string.Equals(third, "ative", StringComparison.Ordinal) ? region2 : region1))
        {
            word.Replace(third.Length, Step3[third]);
        }

        if (word.Longest(Step4) is { } fourth && word.Fits(fourth, region2) && (fourth is not "ion" || word.Before(3) is 's' or 't'))
        {
            word.Cut(fourth.Length);
        }
    }

    private static bool MayReplace(StemBuffer word, string suffix) => suffix switch
    {
        "ogi" => word.Before(3) == 'l',
        "li" => word.Before(2) is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
        _ => true,
    };

    private static void CutEnd(StemBuffer word, int region1, int region2)
    {
        if (word.Last == 'e')
        {
            word.Cut(1);
            if (word.Length < region2 && (word.Length < region1 || EndsShort(word)))
            {
                word.Replace(0, "e");
            }
        }
        else if (word.EndsWithin("l", region2) && word.Before(1) == 'l')
        {
            word.Cut(1);
        }
    }

    private static bool EndsShort(StemBuffer word)
    {
        if (word.Length < 2 || IsVowel(word.Last) || !IsVowel(word.Before(1)))
        {
            return false;
        }

        return word.Length == 2 || (!IsVowel(word.Before(2)) && word.Last is not ('w' or 'x' or 'Y'));
    }

    private static bool HasVowel(StemBuffer word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (IsVowel(word[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
