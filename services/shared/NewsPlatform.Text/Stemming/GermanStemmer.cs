namespace NewsPlatform.Text.Stemming;

/// <summary>The German Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/german/stemmer.html).</summary>
internal static class GermanStemmer
{
    private static readonly SuffixTable Step1 = new("em ern er", "e en es", "s");
    private static readonly SuffixTable Step2 = new("en er est", "st");
    private static readonly SuffixTable Step3 = new("end ung", "ig ik isch", "lich heit", "keit");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord.Replace("ß", "ss", StringComparison.Ordinal));
        word.MarkBetweenVowels(IsVowel, "uy");
        var region1 = word.RegionAfter(0, IsVowel);
        var region2 = word.RegionAfter(region1, IsVowel);
        region1 = Math.Max(region1, Math.Min(3, word.Length));

        CutFirstEnding(word, region1);
        CutSecondEnding(word, region1);
        CutDerivation(word, region1, region2);

        word.Map("UYäöü", "uyaou");
        return word.ToString();
    }

    private static void CutFirstEnding(StemBuffer word, int region1)
    {
        if (word.Longest(Step1) is not { } suffix || !word.Fits(suffix, region1))
        {
            return;
        }

        var group = Step1.GroupOf(suffix);
        if (group == 2 && !EndsBeforeS(word.Before(1)))
        {
            return;
        }

        word.Cut(suffix.Length);
        if (group == 1 && word.EndsWith("niss"))
        {
            word.Cut(1);
        }
    }

    private static void CutSecondEnding(StemBuffer word, int region1)
    {
        if (word.Longest(Step2) is not { } suffix || !word.Fits(suffix, region1))
        {
            return;
        }

        if (Step2.GroupOf(suffix) == 0 || (word.Length >= 6 && word.Before(2) != 'r' && EndsBeforeS(word.Before(2))))
        {
            word.Cut(suffix.Length);
        }
    }

    private static void CutDerivation(StemBuffer word, int region1, int region2)
    {
        if (word.Longest(Step3) is not { } suffix || !word.Fits(suffix, region2))
        {
            return;
        }

        var group = Step3.GroupOf(suffix);
        if (group == 1 && word.Before(suffix.Length) == 'e')
        {
            return;
        }

        word.Cut(suffix.Length);
        switch (group)
        {
            case 0 when word.EndsWith("ig") && word.Before(2) != 'e':
                word.CutWithin("ig", region2);
                break;
            case 2:
                word.CutFirst(region1, "er", "en");
                break;
            case 3:
                word.CutFirst(region2, "lich", "ig");
                break;
        }
    }

    private static bool EndsBeforeS(char letter) => letter is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 'r' or 't';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ä' or 'ö' or 'ü';
}
