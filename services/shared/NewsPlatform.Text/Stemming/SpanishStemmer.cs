namespace NewsPlatform.Text.Stemming;

/// <summary>The Spanish Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/spanish/stemmer.html).</summary>
internal static class SpanishStemmer
{
    private static readonly SuffixTable Pronouns = new("me se sela selo selas selos la le lo las les los nos");

    private static readonly SuffixTable BeforePronouns = new("iéndo ándo ár ér ír", "ando iendo ar er ir", "yendo");

    private static readonly SuffixTable Standard = new(
        "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos",
        "adora ador ación adoras adores aciones ante antes ancia ancias",
        "logía logías",
        "ución uciones",
        "encia encias",
        "amente",
        "mente",
        "idad idades",
        "iva ivo ivas ivos");

    private static readonly SuffixTable VerbsInY = new("ya ye yan yen yeron yendo yo yó yas yes yais yamos");

    private static readonly SuffixTable Verbs = new(
        "en es éis emos",
        "arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré "
        + "irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían "
        + "aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais "
        + "arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos");

    private static readonly SuffixTable Residues = new("os a o á í ó", "e é");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord);
        var regionV = word.RomanceRegion(IsVowel);
        var region1 = word.RegionAfter(0, IsVowel);
        var region2 = word.RegionAfter(region1, IsVowel);

        CutPronoun(word, regionV);
        if (!CutStandard(word, region1, region2) && !CutVerbInY(word, regionV))
        {
            CutVerb(word, regionV);
        }

        CutResidue(word, regionV);
        word.Map("áéíóú", "aeiou");
        return word.ToString();
    }

    private static void CutPronoun(StemBuffer word, int regionV)
    {
        if (word.Longest(Pronouns) is not { } pronoun)
        {
            return;
        }

        var verb = new StemBuffer(word.ToString()[..^pronoun.Length]);
        if (verb.LongestWithin(BeforePronouns, regionV) is not { } ending || (ending is "yendo" && verb.Before(5) != 'u'))
        {
            return;
        }

        word.Cut(pronoun.Length);
        for (var i = word.Length - ending.Length; BeforePronouns.GroupOf(ending) == 0 && i < word.Length; i++)
        {
            word[i] = word[i] switch { 'á' => 'a', 'é' => 'e', 'í' => 'i', var letter => letter };
        }
    }

    private static bool CutStandard(StemBuffer word, int region1, int region2)
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
                if (!word.CutWithin(suffix, region1))
                {
                    return false;
                }

                _ = word.EndsWith("iv") ? word.CutWithin("iv", region2) && word.CutWithin("at", region2) : word.CutFirst(region2, "os", "ic", "ad");
                return true;
            case 6:
                if (!word.CutWithin(suffix, region2))
                {
                    return false;
                }

                _ = word.CutFirst(region2, "ante", "able", "ible");
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

                _ = word.CutWithin("at", region2);
                return true;
            default:
                return word.CutWithin(suffix, region2);
        }
    }

    private static bool CutVerbInY(StemBuffer word, int regionV)
    {
        if (word.LongestWithin(VerbsInY, regionV) is not { } suffix || word.Before(suffix.Length) != 'u')
        {
            return false;
        }

        word.Cut(suffix.Length);
        return true;
    }

    private static void CutVerb(StemBuffer word, int regionV)
    {
        if (word.LongestWithin(Verbs, regionV) is not { } suffix)
        {
            return;
        }

        word.Cut(suffix.Length);
        if (Verbs.GroupOf(suffix) == 0 && word.EndsWith("gu"))
        {
            word.Cut(1);
        }
    }

    private static void CutResidue(StemBuffer word, int regionV)
    {
        if (word.LongestWithin(Residues, regionV) is not { } suffix)
        {
            return;
        }

        word.Cut(suffix.Length);
        if (Residues.GroupOf(suffix) == 1 && word.EndsWith("gu") && word.Length - 1 >= regionV)
        {
            word.Cut(1);
        }
    }

    private static bool IsVowel(char letter) => "aeiouáéíóúü".Contains(letter, StringComparison.Ordinal);
}
