namespace NewsPlatform.Text.Stemming;

/// <summary>The Dutch Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/dutch/stemmer.html).</summary>
internal static class DutchStemmer
{
    private static readonly SuffixTable Step1 = new("heden", "en ene", "s se");
    private static readonly SuffixTable Step3 = new("end ing", "ig", "lijk", "baar", "bar");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord);
        word.Map("äëïöüáéíóú", "aeiouaeiou");
        MarkConsonants(word);
        var region1 = word.RegionAfter(0, IsVowel);
        var region2 = word.RegionAfter(region1, IsVowel);
        region1 = Math.Max(region1, Math.Min(3, word.Length));

        CutPlural(word, region1);
        var cutE = CutFinalE(word, region1);
        if (word.Before(4) != 'c' && word.CutWithin("heid", region2))
        {
            CutEn(word, "en", region1);
        }

        CutDerivation(word, region1, region2, cutE);
        UndoubleVowel(word);
        word.Map("IY", "iy");
        return word.ToString();
    }

    private static void MarkConsonants(StemBuffer word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1])))
            {
                word[i] = 'Y';
            }
        }

        word.MarkBetweenVowels(IsVowel, "i");
    }

    private static void CutPlural(StemBuffer word, int region1)
    {
        if (word.Longest(Step1) is not { } suffix || !word.Fits(suffix, region1))
        {
            return;
        }

        switch (Step1.GroupOf(suffix))
        {
            case 0:
                word.Replace(suffix.Length, "heid");
                break;
            case 1:
                CutEn(word, suffix, region1);
                break;
            case 2 when !IsVowel(word.Before(suffix.Length)) && word.Before(suffix.Length) is not ('j' or ' '):
                word.Cut(suffix.Length);
                break;
        }
    }

    private static void CutEn(StemBuffer word, string suffix, int region1)
    {
        if (!word.EndsWithin(suffix, region1) || IsVowel(word.Before(suffix.Length)))
        {
            return;
        }

        if (word.Length - suffix.Length >= 3 && word.ToString().AsSpan(0, word.Length - suffix.Length).EndsWith("gem"))
        {
            return;
        }

        word.Cut(suffix.Length);
        Undouble(word);
    }

    private static bool CutFinalE(StemBuffer word, int region1)
    {
        if (IsVowel(word.Before(1)) || !word.CutWithin("e", region1))
        {
            return false;
        }

        Undouble(word);
        return true;
    }

    private static void CutDerivation(StemBuffer word, int region1, int region2, bool cutE)
    {
        if (word.Longest(Step3) is not { } suffix || !word.Fits(suffix, region2))
        {
            return;
        }

        switch (Step3.GroupOf(suffix))
        {
            case 0:
                word.Cut(suffix.Length);
                if (word.Before(2) == 'e' || !word.CutWithin("ig", region2))
                {
                    Undouble(word);
                }

                break;
            case 1 when word.Before(2) != 'e':
            case 3:
            case 4 when cutE:
                word.Cut(suffix.Length);
                break;
            case 2:
                word.Cut(suffix.Length);
                CutFinalE(word, region1);
                break;
        }
    }

    private static void Undouble(StemBuffer word)
    {
        if (word.EndsWith("kk") || word.EndsWith("dd") || word.EndsWith("tt"))
        {
            word.Cut(1);
        }
    }

    private static void UndoubleVowel(StemBuffer word)
    {
        if (word.Length < 4 || IsVowel(word.Last) || word.Last == 'I' || IsVowel(word.Before(3)))
        {
            return;
        }

        if (word.Before(1) == word.Before(2) && word.Before(1) is 'a' or 'e' or 'o' or 'u')
        {
            word.Replace(2, word.Last.ToString());
        }
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'è';
}
