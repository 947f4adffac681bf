using System.Buffers.Binary;
using System.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>Reads the translations of a compiled gettext catalogue (.mo): after the magic number the count, the place of the originals' table and that of the translations'.</summary>
internal static class GettextCatalog
{
    private const uint Magic = 0x950412de;

    public static IEnumerable<string> Read(string path)
    {
        var file = File.ReadAllBytes(path);
        if (BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidDataException($"'{path}' is no compiled gettext catalogue of little-endian numbers.");
        var (count, originals, translations) = (Number(file, 8), Number(file, 12), Number(file, 16));
        for (var i = 0; i < count; i++)
        {
            // The translation of the empty text is the catalogue's head.
            if (Number(file, originals + (8 * i)) > 0)
                yield return Encoding.UTF8.GetString(file, Number(file, translations + (8 * i) + 4), Number(file, translations + (8 * i)));
        }
    }

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}
