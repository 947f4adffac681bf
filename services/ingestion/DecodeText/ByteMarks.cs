using System.Text;

namespace NewsPlatform.Ingestion.DecodeText;

/// <summary>Encodings that the first four bytes give away: byte order marks, and the zero bytes of UTF-16 and UTF-32 around the first sign of markup.</summary>
internal static class ByteMarks
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>The encoding and the length of its mark (0 when only the zero bytes told); null when nothing tells.</summary>
    public static (Encoding Encoding, int Length)? Find(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<' or (byte)'{', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<' or (byte)'{', ..] => (Utf32BigEndian, 0),
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };
}
