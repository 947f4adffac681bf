namespace NewsPlatform.Text.Stemming;

/// <summary>The Swedish Snowball stemmer (M. F. Porter, snowballstem.org/algorithms/swedish/stemmer.html).</summary>
internal static class SwedishStemmer
{
    private static readonly SuffixTable Endings = new(
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes "
        + "ens arens hetens erns at andet het ast",
        "s");

    private static readonly SuffixTable Doubles = new("dd gd nn dt gt kt tt");
    private static readonly SuffixTable Derivations = new("lig ig els", "löst fullt");

    public static string Stem(string lowerWord)
    {
        var word = new StemBuffer(lowerWord);
        var region1 = Math.Max(word.RegionAfter(0, IsVowel), Math.Min(3, word.Length));

        if (word.LongestWithin(Endings, region1) is { } ending && (Endings.GroupOf(ending) == 0 || EndsBeforeS(word.Before(1))))
        {
            word.Cut(ending.Length);
        }

        if (word.LongestWithin(Doubles, region1) is not null)
        {
            word.Cut(1);
        }

        if (word.LongestWithin(Derivations, region1) is { } derivation)
        {
            word.Cut(Derivations.GroupOf(derivation) == 0 ? derivation.Length : 1);
        }

        return word.ToString();
    }

    private static bool EndsBeforeS(char letter) => "bcdfghjklmnoprtvy".Contains(letter, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => "aeiouyäåö".Contains(letter, StringComparison.Ordinal);
}
