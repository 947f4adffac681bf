using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>
/// The Russian Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/russian/stemmer.html), with our own end: forms that it leaves
/// apart and that news is full of, above all names (Лавров, Лаврова; Байден, Байденом; Сергей, Сергея) and fleeting vowels (рынок, рынка).
/// </summary>
internal static class RussianStemmer
{
    private const int ShortestName = 3;

    private static readonly SuffixTable GerundsAfterA = new("в вши вшись");
    private static readonly SuffixTable Gerunds = new("в вши вшись ив ивши ившись ыв ывши ывшись");
    private static readonly SuffixTable Adjectives = new(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    private static readonly SuffixTable ParticiplesAfterA = new("ем нн вш ющ щ");
    private static readonly SuffixTable Participles = new("ем нн вш ющ щ ивш ывш ующ");
    private static readonly SuffixTable Reflexives = new("ся сь");
    private static readonly SuffixTable VerbsAfterA = new("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");
    private static readonly SuffixTable Verbs = new(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено "
        + "ят ует уют ит ыт ены ить ыть ишь ую ю");

    private static readonly SuffixTable Nouns = new(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    private static readonly SuffixTable Derivations = new("ост ость");
    private static readonly SuffixTable Superlatives = new("ейш ейше");

    private static readonly FrozenDictionary<string, string> Irregular = IrregularForms.Read(
        "ден: день дня дню днем дне дни дней дням днями днях",
        "врем: время времени временем времена времен временам временами временах",
        "имен: имя имени именем имена имен именам именами именах",
        "люд: людьми",
        "дет: детьми",
        "матер: мать матерью",
        "дочер: дочь дочерью дочерьми",
        "павл: павел");

    public static string Stem(string lowerWord)
    {
        var normal = lowerWord.Replace('ё', 'е');
        return Irregular.TryGetValue(normal, out var stem) ? stem : StemRegular(normal);
    }

    private static string StemRegular(string normal)
    {
        var word = new StemBuffer(normal);
        var afterVowel = 0;
        while (afterVowel < word.Length && !IsVowel(word[afterVowel]))
        {
            afterVowel++;
        }

        afterVowel++;
        var region2 = word.RegionAfter(word.RegionAfter(0, IsVowel), IsVowel);

        CutInflection(word, afterVowel);
        word.CutWithin("и", afterVowel);
        CutDerivation(word, afterVowel, region2);
        CutEnd(word, afterVowel);
        Settle(word, afterVowel);

        return word.ToString();
    }

    private static void CutInflection(StemBuffer word, int region)
    {
        if (CutUnlessBare(word, Gerunds, GerundsAfterA, region))
        {
            return;
        }

        word.CutLongestWithin(Reflexives, region);
        if (word.CutLongestWithin(Adjectives, region))
        {
            CutUnlessBare(word, Participles, ParticiplesAfterA, region);
            return;
        }

        if (CutUnlessBare(word, Verbs, VerbsAfterA, region) || word.LongestWithin(Nouns, region) is not { } suffix)
        {
            return;
        }

        // Not the town that is left as a syllable: Киев.
        if (suffix is not ("ов" or "ев") || word.Length - suffix.Length >= ShortestName)
        {
            word.Cut(suffix.Length);
        }
    }

    // Cuts the longest suffix, but one of the second table only after а or я.
    private static bool CutUnlessBare(StemBuffer word, SuffixTable table, SuffixTable afterA, int region)
    {
        if (word.LongestWithin(table, region) is not { } suffix)
        {
            return false;
        }

        var before = word.Length - suffix.Length - 1;
        if (afterA.Contains(suffix) && (before < region || word[before] is not ('а' or 'я')))
        {
            return false;
        }

        word.Cut(suffix.Length);
        return true;
    }

    private static void CutDerivation(StemBuffer word, int afterVowel, int region2)
    {
        if (word.LongestWithin(Derivations, afterVowel) is { } suffix && word.Length - suffix.Length >= region2)
        {
            word.Cut(suffix.Length);
        }
    }

    private static void CutEnd(StemBuffer word, int region)
    {
        if (word.CutLongestWithin(Superlatives, region) || word.EndsWithin("нн", region))
        {
            if (word.EndsWithin("нн", region))
            {
                word.Cut(1);
            }

            return;
        }

        word.CutWithin("ь", region);
    }

    // What the rules above cut from one form of a word and leave on another is cut from all.
    private static void Settle(StemBuffer word, int region)
    {
        if ((word.EndsWithin("ов", region) || word.EndsWithin("ев", region) || word.EndsWithin("ен", region)) && word.Length - 2 >= ShortestName)
        {
            word.Cut(2);
            word.CutWithin("и", region);
        }
        else if (word.EndsWithin("е", region) && word.Length > 2)
        {
            word.Cut(1);
        }
        else if (word.Length > 3 && (word.EndsWith("ок") || word.EndsWith("ек") || word.EndsWith("ец")))
        {
            DropFleetingVowel(word);
        }
    }

    // рынок, рынка; немец, немца; европеец, европейца.
    private static void DropFleetingVowel(StemBuffer word)
    {
        var last = word.Last;
        if (!IsVowel(word.Before(2)))
        {
            word.Replace(2, last.ToString());
        }
        else if (last == 'ц')
        {
            word.Replace(2, "йц");
        }
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я';
}
