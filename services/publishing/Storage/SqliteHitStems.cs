using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// What a hit is ranked by, in its row: the stems of title and teaser in order and those of its core, as numbers of 32 bits (little-endian, after the
/// counts of the first two). FTS5 tells only whether words stand somewhere: asking it field by field walks the same hits again for each. Two stems that
/// share a number are one in some billions, and then a word in passing counts as one in the title; what is found does not depend on it.
/// </summary>
internal readonly ref struct SqliteHitStems
{
    private const int Counts = 2;

    private SqliteHitStems(ReadOnlySpan<uint> title, ReadOnlySpan<uint> description, ReadOnlySpan<uint> core)
    {
        Title = title;
        Description = description;
        Core = core;
    }

    public ReadOnlySpan<uint> Title { get; }

    public ReadOnlySpan<uint> Description { get; }

    public ReadOnlySpan<uint> Core { get; }

    /// <summary>The column of an article.</summary>
    public static byte[] Of(IndexedArticle article)
    {
        uint[] numbers =
        [
            (uint)article.Title.Count,
            (uint)article.Description.Count,
            .. article.Title.Select(NumberOf),
            .. article.Description.Select(NumberOf),
            .. article.Core.Select(NumberOf),
        ];
        return MemoryMarshal.AsBytes(LittleEndian(numbers)).ToArray();
    }

    /// <summary>The column of a hit, as long as its row is read; all is empty in one that an older program wrote.</summary>
    public static SqliteHitStems Read(ReadOnlySpan<byte> column)
    {
        if (column.IsEmpty)
        {
            return default;
        }

        var numbers = LittleEndian(MemoryMarshal.Cast<byte, uint>(column));
        var (title, description) = ((int)numbers[0], (int)numbers[1]);
        var stems = numbers[Counts..];
        return new SqliteHitStems(stems[..title], stems.Slice(title, description), stems[(title + description)..]);
    }

    /// <summary>The stem's number: FNV-1a, as <see cref="HitKey"/> takes it.</summary>
    public static uint NumberOf(string stem) => HitKey.Hash(stem);

    // Between the column's order of bytes and the machine's; nearly everywhere they are the same.
    private static ReadOnlySpan<uint> LittleEndian(ReadOnlySpan<uint> numbers)
    {
        if (BitConverter.IsLittleEndian)
        {
            return numbers;
        }

        var turned = new uint[numbers.Length];
        BinaryPrimitives.ReverseEndianness(numbers, turned);
        return turned;
    }
}
