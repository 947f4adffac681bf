namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Hashes that stay the same from run to run and machine to machine (FNV-1a, finished by a multiply and shift).</summary>
internal static class NameHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of characters after <paramref name="seed"/>.</summary>
    public static uint Of(ReadOnlySpan<char> text, uint seed = 0)
    {
        var hash = Offset ^ (seed * 0x9E3779B1);
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>The hash of two hashes in their order.</summary>
    public static uint Of(uint first, uint second) => Mix((first * 0x85EBCA6B) ^ (second + 0x9E3779B9 + (first << 6)));

    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15)) * 0x846CA68B;
        return hash ^ (hash >> 16);
    }
}
