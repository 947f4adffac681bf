using System.Buffers;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>How ids are packed in the log's entries and the snapshots.</summary>
internal static class Packing
{
    public const int IdBytes = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>An id of 32 hexadecimal digits as <see cref="IdBytes"/> bytes; false for any other.</summary>
    public static bool TryPackId(string id, Span<byte> bytes) =>
        id.Length == 2 * IdBytes && !id.AsSpan().ContainsAnyExcept(HexDigits) && Convert.FromHexString(id, bytes, out _, out _) == OperationStatus.Done;
}
