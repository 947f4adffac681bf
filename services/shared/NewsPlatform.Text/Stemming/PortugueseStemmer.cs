namespace NewsPlatform.Text.Stemming;

/// <summary>The Portuguese Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/portuguese/stemmer.html).</summary>
internal static class PortugueseStemmer
{
    private static readonly SuffixTable Standard = new(
        "eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos adora ador aça~o "
        + "adoras adores aço~es ante antes ância",
        "logia logias",
        "uça~o uço~es",
        "ência ências",
        "amente",
        "mente",
        "idade idades",
        "iva ivo ivas ivos",
        "ira iras");

    private static readonly SuffixTable Verbs = new(
        "ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam aram "
        + "eram iram avam em arem erem irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas idas ias arias "
        + "erias irias arás aras erás eras irás avas es ardes erdes irdes ares eres ires asses esses isses astes estes istes is ais eis "
        + "íeis aríeis eríeis iríeis áreis areis éreis ereis íreis ireis ásseis ésseis ísseis áveis ados idos ámos amos íamos aríamos "
        + "eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos ássemos êssemos íssemos imos armos ermos irmos eu iu "
        + "ou ira iras");

    private static readonly SuffixTable Residues = new("os a i o á í ó");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord.Replace("ã", "a~", StringComparison.Ordinal).Replace("õ", "o~", StringComparison.Ordinal));
        var regionV = word.RomanceRegion(IsVowel);
        var region1 = word.RegionAfter(0, IsVowel);
        var region2 = word.RegionAfter(region1, IsVowel);

        if (CutStandard(word, regionV, region1, region2) || word.CutLongestWithin(Verbs, regionV))
        {
            if (word.EndsWithin("i", regionV) && word.Before(1) == 'c')
            {
                word.Cut(1);
            }
        }
        else
        {
            word.CutLongestWithin(Residues, regionV);
        }

        CutFinalE(word, regionV);
        return word.ToString().Replace("a~", "ã", StringComparison.Ordinal).Replace("o~", "õ", StringComparison.Ordinal);
    }

    private static bool CutStandard(StemBuffer word, int regionV, int region1, int region2)
    {
        if (word.Longest(Standard) is not { } suffix)
        {
            return false;
        }

        switch (Standard.GroupOf(suffix))
        {
            case 1:
                return word.ReplaceWithin(suffix, region2, "log");
            case 2:
                return word.ReplaceWithin(suffix, region2, "u");
            case 3:
                return word.ReplaceWithin(suffix, region2, "ente");
            case 4:
                if (!word.CutWithin(suffix, region1))
                {
                    return false;
                }

                _ = word.EndsWith("iv") ? word.CutWithin("iv", region2) && word.CutWithin("at", region2) : word.CutFirst(region2, "os", "ic", "ad");
                return true;
            case 5:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutFirst(region2, "ante", "avel", "ível");
                return true;
            case 6:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutFirst(region2, "abil", "ic", "iv");
                return true;
            case 7:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutWithin("at", region2);
                return true;
            case 8:
                return word.Before(suffix.Length) == 'e' && word.ReplaceWithin(suffix, regionV, "ir");
            default:
                return word.CutWithin(suffix, region2);
        }
    }

    private static void CutFinalE(StemBuffer word, int regionV)
    {
        if (word.Length > regionV && word.Last is 'e' or 'é' or 'ê')
        {
            word.Cut(1);
            if (word.Length - 1 >= regionV && (word.EndsWith("gu") || word.EndsWith("ci")))
            {
                word.Cut(1);
            }
        }
        else if (word.Last == 'ç')
        {
            word.Replace(1, "c");
        }
    }

    private static bool IsVowel(char letter) => "aeiouáéíóúâêô".Contains(letter, StringComparison.Ordinal);
}
