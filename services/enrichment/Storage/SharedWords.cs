using System.Text;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>
/// One string for a word that many entries hold (languages, reasons, sources): a start reads millions of them. Remembers the last word of each of a few hundred
/// places; any thread may ask.
/// </summary>
internal static class SharedWords
{
    private const int LongestWord = 64;

    private static readonly string?[] Last = new string?[1 << 9];

    /// <summary>The word of these letters in UTF-8; the same string as the last time, if none came between that takes its place.</summary>
    public static string Of(ReadOnlySpan<byte> letters)
    {
        if (letters.Length is 0 or > LongestWord)
        {
            return Encoding.UTF8.GetString(letters);
        }

        // Two that meet in one place only cost a string each time.
        var place = (letters.Length * 31) + letters[0];
        foreach (var letter in letters[^Math.Min(4, letters.Length)..])
        {
            place = (place * 31) + letter;
        }

        ref var last = ref Last[place & (Last.Length - 1)];
        var word = Volatile.Read(ref last);
        if (word is null || !Ascii.Equals(letters, word))
        {
            word = Encoding.UTF8.GetString(letters);
            Volatile.Write(ref last, word);
        }

        return word;
    }
}
