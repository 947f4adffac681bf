namespace NewsPlatform.Text.Stemming;

/// <summary>The French Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/french/stemmer.html).</summary>
internal static class FrenchStemmer
{
    private static readonly SuffixTable Standard = new(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes",
        "atrice ateur ation atrices ateurs ations",
        "logie logies",
        "usion ution usions utions",
        "ence ences",
        "ement ements",
        "ité ités",
        "if ive ifs ives",
        "eaux",
        "aux",
        "euse euses",
        "issement issements",
        "amment",
        "emment",
        "ment ments");

    private static readonly SuffixTable VerbsInI = new(
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant "
        + "issante issantes issants isse issent isses issez issiez issions issons it");

    private static readonly SuffixTable Verbs = new(
        "ions",
        "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez",
        "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions");

    private static readonly SuffixTable Residues = new("ion", "ier ière Ier Ière", "e");

    private static readonly SuffixTable Doubles = new("enn onn ett ell eill");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord.Replace("ë", "He", StringComparison.Ordinal).Replace("ï", "Hi", StringComparison.Ordinal));
        MarkConsonants(word);
        var region1 = word.RegionAfter(0, IsVowel);
        var regions = new Regions(VerbRegion(word), region1, word.RegionAfter(region1, IsVowel));

        if (CutStandard(word, regions) || CutVerbInI(word, regions) || CutVerb(word, regions))
        {
            FinishCut(word);
        }
        else
        {
            CutResidue(word, regions);
        }

        FinishEnd(word);
        return word.ToString().Replace("He", "ë", StringComparison.Ordinal).Replace("Hi", "ï", StringComparison.Ordinal)
            .Replace('I', 'i').Replace('U', 'u').Replace('Y', 'y').Replace("H", string.Empty, StringComparison.Ordinal);
    }

    private static void MarkConsonants(StemBuffer word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var afterVowel = i > 0 && IsVowel(word[i - 1]);
            var beforeVowel = i + 1 < word.Length && IsVowel(word[i + 1]);
            word[i] = word[i] switch
            {
                'u' when (afterVowel && beforeVowel) || (i > 0 && word[i - 1] == 'q') => 'U',
                'i' when afterVowel && beforeVowel => 'I',
                'y' when afterVowel || beforeVowel => 'Y',
                var letter => letter,
            };
        }
    }

    private static int VerbRegion(StemBuffer word)
    {
        if (word.Length >= 3 && ((IsVowel(word[0]) && IsVowel(word[1])) || word.StartsWith("par") || word.StartsWith("col") || word.StartsWith("tap")))
        {
            return 3;
        }

        var position = 1;
        while (position < word.Length && !IsVowel(word[position]))
        {
            position++;
        }

        return Math.Min(position + 1, word.Length);
    }

    // False also where the description lets the verb steps run after a cut (adverbs).
    private static bool CutStandard(StemBuffer word, Regions regions)
    {
        if (word.Longest(Standard) is not { } suffix)
        {
            return false;
        }

        switch (Standard.GroupOf(suffix))
        {
            case 1:
                return word.CutWithin(suffix, regions.R2) && CutOrReplace(word, "ic", regions.R2, "iqU");
            case 2:
                return word.ReplaceWithin(suffix, regions.R2, "log");
            case 3:
                return word.ReplaceWithin(suffix, regions.R2, "u");
            case 4:
                return word.ReplaceWithin(suffix, regions.R2, "ent");
            case 5:
                return word.CutWithin(suffix, regions.Rv) && CutBeforeEment(word, regions);
            case 6:
                return word.CutWithin(suffix, regions.R2) && CutBeforeIte(word, regions);
            case 7:
                return word.CutWithin(suffix, regions.R2) && (!word.CutWithin("at", regions.R2) || CutOrReplace(word, "ic", regions.R2, "iqU"));
            case 8:
                word.Cut(1);
                return true;
            case 9:
                return word.ReplaceWithin(suffix, regions.R1, "al");
            case 10:
                return word.CutWithin(suffix, regions.R2) || word.ReplaceWithin(suffix, regions.R1, "eux");
            case 11:
                return !IsVowel(word.Before(suffix.Length)) && word.CutWithin(suffix, regions.R1);
            case 12:
                _ = word.ReplaceWithin(suffix, regions.Rv, "ant");
                return false;
            case 13:
                _ = word.ReplaceWithin(suffix, regions.Rv, "ent");
                return false;
            case 14:
                if (word.Length - suffix.Length - 1 >= regions.Rv && IsVowel(word.Before(suffix.Length)))
                {
                    word.Cut(suffix.Length);
                }

                return false;
            default:
                return word.CutWithin(suffix, regions.R2);
        }
    }

    private static bool CutBeforeEment(StemBuffer word, Regions regions)
    {
        if (word.EndsWith("iv"))
        {
            _ = word.CutWithin("iv", regions.R2) && word.CutWithin("at", regions.R2);
        }
        else if (word.EndsWith("eus"))
        {
            _ = word.CutWithin("eus", regions.R2) || word.ReplaceWithin("eus", regions.R1, "eux");
        }
        else if (!word.CutWithin("abl", regions.R2) && !word.CutWithin("iqU", regions.R2))
        {
            _ = word.ReplaceWithin("ièr", regions.Rv, "i") || word.ReplaceWithin("Ièr", regions.Rv, "i");
        }

        return true;
    }

    private static bool CutBeforeIte(StemBuffer word, Regions regions) =>
        word.EndsWith("abil") ? CutOrReplace(word, "abil", regions.R2, "abl")
        : word.EndsWith("ic") ? CutOrReplace(word, "ic", regions.R2, "iqU")
        : word.CutWithin("iv", regions.R2) || true;

    // Always true: what it looks for need not be there.
    private static bool CutOrReplace(StemBuffer word, string suffix, int region, string replacement)
    {
        if (word.EndsWith(suffix) && !word.CutWithin(suffix, region))
        {
            word.Replace(suffix.Length, replacement);
        }

        return true;
    }

    private static bool CutVerbInI(StemBuffer word, Regions regions)
    {
        if (word.LongestWithin(VerbsInI, regions.Rv) is not { } suffix
            || word.Length - suffix.Length - 1 < regions.Rv || IsVowel(word.Before(suffix.Length)) || word.Before(suffix.Length) == 'H')
        {
            return false;
        }

        word.Cut(suffix.Length);
        return true;
    }

    private static bool CutVerb(StemBuffer word, Regions regions)
    {
        if (word.LongestWithin(Verbs, regions.Rv) is not { } suffix || (Verbs.GroupOf(suffix) == 0 && !word.Fits(suffix, regions.R2)))
        {
            return false;
        }

        word.Cut(suffix.Length);
        if (Verbs.GroupOf(suffix) == 2)
        {
            word.CutWithin("e", regions.Rv);
        }

        return true;
    }

    private static void FinishCut(StemBuffer word)
    {
        _ = word.ReplaceWithin("Y", 0, "i") || word.ReplaceWithin("ç", 0, "c");
    }

    private static void CutResidue(StemBuffer word, Regions regions)
    {
        if (word.Last == 's' && (word.Before(1) is not ('a' or 'i' or 'o' or 'u' or 'è' or 's' or ' ') || word.EndsWith("His")))
        {
            word.Cut(1);
        }

        if (word.LongestWithin(Residues, regions.Rv) is not { } suffix)
        {
            return;
        }

        switch (Residues.GroupOf(suffix))
        {
            case 0 when word.Fits(suffix, regions.R2) && word.Length - 4 >= regions.Rv && word.Before(3) is 's' or 't':
                word.Cut(3);
                break;
            case 1:
                word.Replace(suffix.Length, "i");
                break;
            case 2:
                word.Cut(1);
                break;
        }
    }

    private static void FinishEnd(StemBuffer word)
    {
        if (word.Longest(Doubles) is not null)
        {
            word.Cut(1);
        }

        var position = word.Length - 1;
        while (position >= 0 && !IsVowel(word[position]))
        {
            position--;
        }

        if (position >= 0 && position < word.Length - 1 && word[position] is 'é' or 'è')
        {
            word[position] = 'e';
        }
    }

    private static bool IsVowel(char letter) => "aeiouyâàëéêèïîôûù".Contains(letter, StringComparison.Ordinal);

    private sealed record Regions(int Rv, int R1, int R2);
}
