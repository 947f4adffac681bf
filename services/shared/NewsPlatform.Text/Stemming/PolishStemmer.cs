namespace NewsPlatform.Text.Stemming;

/// <summary>
/// A light suffix stemmer for Polish, our own: it cuts one ending and levels the consonants that soften before it (rząd, rządzie;
/// Polska, Polsce) and the vowels that change or flee (Kraków, Krakowa; rynek, rynku).
/// </summary>
internal static class PolishStemmer
{
    private const int ShortestRest = 3;

    private static readonly SuffixTable Endings = new(
        // Nouns and adjectives.
        "a ą e ę i o u y ia ią ie ię io iu om iom ów ami iami ach iach em iem owi iowi owie ej iej ego iego emu iemu ych ich ym im ymi imi "
        // Verbs.
        + "ać eć ić yć ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły uje ują ować ował owała owali owało owały "
        + "ają amy acie asz am isz imy icie ysz ymy ycie iają iał iała iali iało iały iać");

    private static readonly (string Soft, string Hard)[] Levels =
    [
        ("dź", "d"), ("dz", "d"), ("rz", "r"), ("sz", "s"), ("cz", "k"), ("ć", "t"), ("ci", "t"), ("c", "k"), ("ś", "s"), ("ź", "z"), ("ń", "n"), ("ł", "l"), ("ż", "g"),
    ];

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord);
        word.CutLongestWithin(Endings, ShortestRest);
        while (word.Length > ShortestRest && word.Last == 'i')
        {
            word.Cut(1);
        }

        // Krakowa as Kraków: the genitive plural's ending is cut from every form.
        if (word.EndsWithin("ow", ShortestRest))
        {
            word.Cut(2);
        }

        DropFleetingVowel(word);
        Harden(word);
        LevelVowel(word);
        return word.ToString();
    }

    private static void DropFleetingVowel(StemBuffer word)
    {
        if (word.Length <= ShortestRest || word.Before(1) != 'e' || word.Last is not ('k' or 'c' or 'r' or 'ń'))
        {
            return;
        }

        var last = word.Last.ToString();
        word.Replace(word.Before(2) == 'i' ? 3 : 2, last);
    }

    private static void Harden(StemBuffer word)
    {
        foreach (var (soft, hard) in Levels)
        {
            if (word.ReplaceWithin(soft, 2, hard))
            {
                return;
            }
        }
    }

    private static void LevelVowel(StemBuffer word)
    {
        var position = word.Length - 1;
        while (position >= 0 && !"aeiouyóąę".Contains(word[position], StringComparison.Ordinal))
        {
            position--;
        }

        if (position >= 0)
        {
            word[position] = word[position] switch { 'ó' => 'o', 'ą' => 'ę', var letter => letter };
        }
    }
}
