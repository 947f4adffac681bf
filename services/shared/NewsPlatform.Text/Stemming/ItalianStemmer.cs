namespace NewsPlatform.Text.Stemming;

/// <summary>The Italian Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/italian/stemmer.html).</summary>
internal static class ItalianStemmer
{
    private static readonly SuffixTable Pronouns = new(
        "ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene "
        + "cela cele celi celo cene vela vele veli velo vene");

    private static readonly SuffixTable BeforePronouns = new("ando endo", "ar er ir");

    private static readonly SuffixTable Standard = new(
        "anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente "
        + "atrice atrici ante anti",
        "azione azioni atore atori",
        "logia logie",
        "uzione uzioni usione usioni",
        "enza enze",
        "amento amenti imento imenti",
        "amente",
        "ità",
        "ivo ivi iva ive");

    private static readonly SuffixTable Verbs = new(
        "ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo erà erai "
        + "eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo Yamo iamo "
        + "immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco iscono "
        + "issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord);
        word.Map("áéíóú", "àèìòù");
        for (var i = 1; i < word.Length; i++)
        {
            word[i] = word[i] == 'u' && word[i - 1] == 'q' ? 'U' : word[i];
        }

        word.MarkBetweenVowels(IsVowel, "ui");
        var regionV = word.RomanceRegion(IsVowel);
        var region1 = word.RegionAfter(0, IsVowel);
        var region2 = word.RegionAfter(region1, IsVowel);

        CutPronoun(word, regionV);
        if (!CutStandard(word, regionV, region1, region2))
        {
            word.CutLongestWithin(Verbs, regionV);
        }

        CutFinalVowel(word, regionV);
        word.Map("UI", "ui");
        return word.ToString();
    }

    private static void CutPronoun(StemBuffer word, int regionV)
    {
        if (word.Longest(Pronouns) is not { } pronoun)
        {
            return;
        }

        var verb = new StemBuffer(word.ToString()[..^pronoun.Length]);
        if (verb.LongestWithin(BeforePronouns, regionV) is { } ending)
        {
            word.Replace(pronoun.Length, BeforePronouns.GroupOf(ending) == 0 ? string.Empty : "e");
        }
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
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutWithin("ic", region2);
                return true;
            case 2:
                return word.ReplaceWithin(suffix, region2, "log");
            case 3:
                return word.ReplaceWithin(suffix, region2, "u");
            case 4:
                return word.ReplaceWithin(suffix, region2, "ente");
            case 5:
                return word.CutWithin(suffix, regionV);
            case 6:
                if (!word.CutWithin(suffix, region1))
                {
                    return false;
                }

                _ = word.EndsWith("iv") ? word.CutWithin("iv", region2) && word.CutWithin("at", region2) : word.CutFirst(region2, "abil", "os", "ic");
                return true;
            case 7:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutFirst(region2, "abil", "ic", "iv");
                return true;
            case 8:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutWithin("at", region2) && word.CutWithin("ic", region2);
                return true;
            default:
                return word.CutWithin(suffix, region2);
        }
    }

    private static void CutFinalVowel(StemBuffer word, int regionV)
    {
        if (word.Length > regionV && word.Last is 'a' or 'e' or 'i' or 'o' or 'à' or 'è' or 'ì' or 'ò')
        {
            word.Cut(1);
            word.CutWithin("i", regionV);
        }

        if (word.Length - 2 >= regionV && (word.EndsWith("ch") || word.EndsWith("gh")))
        {
            word.Cut(1);
        }
    }

    private static bool IsVowel(char letter) => "aeiouàèìòù".Contains(letter, StringComparison.Ordinal);
}
