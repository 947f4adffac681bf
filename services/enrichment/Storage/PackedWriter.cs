using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>Writes the log's entries and the snapshots in few bytes, as a <see cref="BinaryWriter"/> would; <see cref="PackedReader"/> reads them.</summary>
internal sealed class PackedWriter
{
    private const int LongestNumber = 10;
    private const int MoreFollows = 0x80;

    private byte[] _bytes = new byte[256];

    /// <summary>Bytes written since <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until more is.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Write(byte value) => Take(1)[0] = value;

    public void Write(bool value) => Write((byte)(value ? 1 : 0));

    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    public void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>A whole number in seven bits a byte.</summary>
    public void WriteNumber(long value)
    {
        var place = Room(LongestNumber);
        var count = 0;
        var rest = (ulong)value;
        for (; rest >= MoreFollows; rest >>= 7)
        {
            place[count++] = (byte)(rest | MoreFollows);
        }

        place[count++] = (byte)rest;
        Length += count;
    }

    /// <summary>The same of 32 bits: a negative one takes five bytes.</summary>
    public void WriteInt(int value) => WriteNumber((uint)value);

    public void Write(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        WriteInt(count);
        Encoding.UTF8.GetBytes(text, Take(count));
    }

    /// <summary>An id: half as many bytes where it is of 32 hexadecimal digits, as most are.</summary>
    public void WriteId(string id)
    {
        Span<byte> bytes = stackalloc byte[Packing.IdBytes];
        var isHex = Packing.TryPackId(id, bytes);
        Write(isHex);
        if (isHex)
        {
            Write(bytes);
        }
        else
        {
            Write(id);
        }
    }

    public void WriteOptionalId(string? id)
    {
        Write(id is not null);
        if (id is not null)
        {
            WriteId(id);
        }
    }

    public void WriteTime(DateTimeOffset time)
    {
        Write(time.Ticks);
        WriteInt((int)time.Offset.TotalMinutes);
    }

    public void WriteValues(IReadOnlyList<uint> values)
    {
        WriteInt(values.Count);
        var place = MemoryMarshal.Cast<byte, uint>(Take(checked(values.Count * sizeof(uint))));
        for (var i = 0; i < values.Count; i++)
        {
            place[i] = values[i];
        }
    }

    /// <summary>No list is told from an empty one.</summary>
    public void WriteWords(IReadOnlyList<string>? words)
    {
        WriteInt((words?.Count ?? -1) + 1);
        for (var i = 0; i < words?.Count; i++)
        {
            Write(words[i]);
        }
    }

    private Span<byte> Take(int count)
    {
        var place = Room(count)[..count];
        Length += count;
        return place;
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(Length + count)));
        }

        return _bytes.AsSpan(Length);
    }
}
