using System.Buffers.Binary;

namespace NewsPlatform.BuildWordLists;

/// <summary>Reads a word graph of dawgdic (double array with a guide): a count of units, the units, a count of guides, for each unit its first child's byte and its next sibling's.</summary>
internal static class Dawg
{
    private const uint HasLeaf = 1 << 8;

    /// <summary>All keys of the graph, as bytes.</summary>
    public static IEnumerable<byte[]> Read(byte[] file)
    {
        var units = BinaryPrimitives.ReadInt32LittleEndian(file);
        var guides = 8 + (4 * units);
        var open = new Stack<(uint Unit, byte[] Key)>([(0, [])]);
        while (open.TryPop(out var place))
        {
            var unit = UnitAt(file, place.Unit);
            if ((unit & HasLeaf) != 0)
                yield return place.Key;
            for (var label = file[guides + (2 * (int)place.Unit)]; label != 0;)
            {
                var child = place.Unit ^ Offset(unit) ^ label;
                open.Push((child, [.. place.Key, label]));
                label = file[guides + (2 * (int)child) + 1];
            }
        }
    }

    private static uint UnitAt(byte[] file, uint unit) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4 + (4 * (int)unit)));

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & (1 << 9)) >> 6);
}
