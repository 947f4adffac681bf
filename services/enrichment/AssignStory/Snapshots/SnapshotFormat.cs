using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>What both sides of a snapshot agree on.</summary>
internal static class SnapshotFormat
{
    /// <summary>Bytes of a part, give or take one record: one write of the store.</summary>
    public const int PartBytes = 1 << 20;

    public const byte Head = 1;
    public const byte Language = 2;
    public const byte Term = 3;
    public const byte Story = 4;
    public const byte Article = 5;
    public const byte End = 6;

    private const int IdBytes = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Names the format and the settings that a replay depends on; to be raised with every change of either.</summary>
    public static string Form(TimeSpan window) => string.Create(CultureInfo.InvariantCulture, $"2/{window.TotalDays}");

    // Ids are mostly 32 hexadecimal digits: half as many bytes.
    public static void WriteId(this BinaryWriter writer, string id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        var isHex = id.Length == 2 * IdBytes && !id.AsSpan().ContainsAnyExcept(HexDigits) && Convert.FromHexString(id, bytes, out _, out _) == OperationStatus.Done;
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

    public static string ReadId(this BinaryReader reader) => reader.ReadBoolean() ? Convert.ToHexStringLower(reader.ReadBytes(IdBytes)) : reader.ReadString();

    public static void WriteOptionalId(this BinaryWriter writer, string? id)
    {
        writer.Write(id is not null);
        if (id is not null)
        {
            writer.WriteId(id);
        }
    }

    public static string? ReadOptionalId(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadId() : null;

    public static void WriteTime(this BinaryWriter writer, DateTimeOffset time)
    {
        writer.Write(time.Ticks);
        writer.Write7BitEncodedInt((int)time.Offset.TotalMinutes);
    }

    public static DateTimeOffset ReadTime(this BinaryReader reader)
    {
        var ticks = reader.ReadInt64();
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(reader.Read7BitEncodedInt()));
    }

    public static void WriteOptionalWeights(this BinaryWriter writer, TermWeights? weights)
    {
        writer.Write7BitEncodedInt((weights?.Terms.Length ?? -1) + 1);
        var before = 0;
        for (var i = 0; i < weights?.Terms.Length; i++)
        {
            writer.Write7BitEncodedInt(weights.Terms[i] - before);
            writer.Write7BitEncodedInt(weights.Weights[i]);
            before = weights.Terms[i];
        }
    }

    public static TermWeights? ReadOptionalWeights(this BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt() - 1;
        if (count < 0)
        {
            return null;
        }

        var (terms, weights, before) = (new int[count], new int[count], 0);
        for (var i = 0; i < count; i++)
        {
            terms[i] = before += reader.Read7BitEncodedInt();
            weights[i] = reader.Read7BitEncodedInt();
        }

        return new TermWeights(terms, weights);
    }

    public static void WriteValues(this BinaryWriter writer, IReadOnlyList<uint> values)
    {
        writer.Write7BitEncodedInt(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            writer.Write(values[i]);
        }
    }

    public static uint[] ReadValues(this BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        return count == 0 ? [] : MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(count * sizeof(uint))).ToArray();
    }
}
