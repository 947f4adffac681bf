using System.Buffers;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>How the log's entries and the snapshots are written in few bytes; <see cref="PackedReader"/> reads them.</summary>
internal static class Packing
{
    public const int IdBytes = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    // Ids are mostly 32 hexadecimal digits: half as many bytes.
    public static void WriteId(this BinaryWriter writer, string id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        var isHex = TryPackId(id, bytes);
        writer.Write(isHex);
        if (isHex)
        {
            writer.Write(bytes);
        }
        else
        {
            writer.Write(id);
        }
    }

    /// <summary>An id of 32 hexadecimal digits as <see cref="IdBytes"/> bytes; false for any other.</summary>
    public static bool TryPackId(string id, Span<byte> bytes) =>
        id.Length == 2 * IdBytes && !id.AsSpan().ContainsAnyExcept(HexDigits) && Convert.FromHexString(id, bytes, out _, out _) == OperationStatus.Done;

    public static void WriteOptionalId(this BinaryWriter writer, string? id)
    {
        writer.Write(id is not null);
        if (id is not null)
        {
            writer.WriteId(id);
        }
    }

    public static void WriteTime(this BinaryWriter writer, DateTimeOffset time)
    {
        writer.Write(time.Ticks);
        writer.Write7BitEncodedInt((int)time.Offset.TotalMinutes);
    }

    public static void WriteValues(this BinaryWriter writer, IReadOnlyList<uint> values)
    {
        writer.Write7BitEncodedInt(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            writer.Write(values[i]);
        }
    }

    /// <summary>No list is told from an empty one.</summary>
    public static void WriteWords(this BinaryWriter writer, IReadOnlyList<string>? words)
    {
        writer.Write7BitEncodedInt((words?.Count ?? -1) + 1);
        for (var i = 0; i < words?.Count; i++)
        {
            writer.Write(words[i]);
        }
    }
}
