using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>The two forms of an item's id: a decimal number, and the long form with sixteen hexadecimal digits.</summary>
internal static class ReaderNumber
{
    private const string LongForm = "tag:google.com,2005:reader/item/";
    private const int Digits = 16;

    // A decimal number has at least seventeen digits, so that sixteen of them are always the end of the long form, which some apps send alone.
    private const long Smallest = 10_000_000_000_000_000;

    /// <summary>The number that an article gets unless another article has it: 63 bits of its id's SHA-256, so that a restored database gives the same.</summary>
    public static long Wish(string articleId)
    {
        var wish = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(articleId))) & long.MaxValue;
        return wish < Smallest ? wish + Smallest : wish;
    }

    /// <summary>The number to try after one that is taken.</summary>
    public static long Next(long number) => number == long.MaxValue ? Smallest : number + 1;

    public static string Long(long number) => $"{LongForm}{number:x16}";

    public static string Short(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the long form, its sixteen digits alone, or a decimal number; null for anything else.</summary>
    public static long? Read(string id)
    {
        var digits = id.StartsWith(LongForm, StringComparison.Ordinal) ? id[LongForm.Length..] : id;
        var isDecimal = digits.Length == id.Length && digits.Length != Digits && digits.All(char.IsAsciiDigit);
        return long.TryParse(digits, isDecimal ? NumberStyles.None : NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }
}
