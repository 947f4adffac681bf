namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>
/// An article's place in the order of time as one number: the second of its time, then 20 bits of its id, so that of two articles of one second
/// the same comes first in every engine (many are dated by their day only). Smaller is older.
/// </summary>
internal static class HitKey
{
    private const int HashBits = 20;
    private const long HashMask = (1L << HashBits) - 1;

    // FNV-1a of 32 bits: spreads short ids, and needs to be no better than that.
    private const uint HashStart = 2_166_136_261;
    private const uint HashFactor = 16_777_619;

    public static long Of(DateTimeOffset time, string articleId) => First(time) | Fold(Hash(articleId));

    /// <summary>The least key of the instant's second; years before 1970 are one.</summary>
    public static long First(DateTimeOffset time) => Math.Max(0, time.ToUnixTimeSeconds()) << HashBits;

    /// <summary>The greatest key of the instant's second.</summary>
    public static long Last(DateTimeOffset time) => First(time) | HashMask;

    /// <summary>The second in which the article lies.</summary>
    public static DateTimeOffset Time(long key) => DateTimeOffset.FromUnixTimeSeconds(key >> HashBits);

    /// <summary>The text as a number of 32 bits, the same at every run and on every machine.</summary>
    public static uint Hash(string text)
    {
        var hash = HashStart;
        foreach (var character in text)
        {
            hash = (hash ^ character) * HashFactor;
        }

        return hash;
    }

    private static long Fold(uint hash) => (hash ^ (hash >> HashBits)) & HashMask;
}
