using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>Reads what a <see cref="PackedWriter"/> wrote.</summary>
/// <exception cref="EndOfStreamException">It ends before its end.</exception>
/// <exception cref="FormatException">It was not written so.</exception>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private const int BitsPerByte = 7;
    private const int LongestNumber = 10;

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Bytes that are still to be read.</summary>
    public readonly int Left => _rest.Length;

    public byte ReadByte() => Take(1)[0];

    public bool ReadBoolean() => ReadByte() != 0;

    /// <summary>A whole number that was written in seven bits a byte.</summary>
    public long ReadNumber()
    {
        long number = 0;
        for (var i = 0; i < LongestNumber; i++)
        {
            var part = ReadByte();
            number |= (long)(part & 0x7F) << (i * BitsPerByte);
            if (part < 0x80)
            {
                return number;
            }
        }

        throw new FormatException("A number of more than ten bytes is none.");
    }

    /// <summary>The same where it fits into 32 bits.</summary>
    public int ReadInt() => unchecked((int)ReadNumber());

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public string ReadString() => Encoding.UTF8.GetString(ReadText());

    /// <summary>A string that many records hold, as one object where that is cheap.</summary>
    public string ReadWord() => SharedWords.Of(ReadText());

    /// <summary>A string as it stands there, in UTF-8.</summary>
    public ReadOnlySpan<byte> ReadText() => Take(ReadInt());

    public void SkipTexts(int count)
    {
        for (var i = 0; i < count; i++)
        {
            ReadText();
        }
    }

    /// <summary>So many bytes as they are.</summary>
    public ReadOnlySpan<byte> ReadBytes(int count) => Take(count);

    public string ReadId() => ReadBoolean() ? Convert.ToHexStringLower(Take(Packing.IdBytes)) : ReadString();

    public string? ReadOptionalId() => ReadBoolean() ? ReadId() : null;

    public DateTimeOffset ReadTime()
    {
        var ticks = ReadInt64();
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(ReadInt()));
    }

    public uint[] ReadValues()
    {
        var count = ReadInt();
        return count == 0 ? [] : MemoryMarshal.Cast<byte, uint>(Take(checked(count * sizeof(uint)))).ToArray();
    }

    public string[]? ReadWords()
    {
        var count = ReadInt() - 1;
        if (count < 0)
        {
            return null;
        }

        // Each takes a byte at least: a damaged count must not ask for all memory.
        var words = new string[Math.Min(count, _rest.Length)];
        for (var i = 0; i < count; i++)
        {
            words[i] = ReadString();
        }

        return words;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
        {
            throw new EndOfStreamException($"{count} bytes were to follow, {_rest.Length} do.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
