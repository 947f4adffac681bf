using System.IO.Compression;
using System.Text;

namespace NewsPlatform.Text.Languages;

/// <summary>The file of a language model: gzip over groups of delta-coded features and a column of costs for each language.</summary>
internal static class LanguageModelFile
{
    private const uint Signature = 0x334C504E;

    /// <exception cref="InvalidDataException">The stream holds no language model of this version.</exception>
    public static IReadOnlyList<LanguageGroupData> Read(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(gzip, Encoding.ASCII);
        if (reader.ReadUInt32() != Signature)
        {
            throw new InvalidDataException("This is no language model of this version; train it again (tests/Benchmarks/TrainLanguages).");
        }

        var groups = new LanguageGroupData[reader.ReadByte()];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = ReadGroup(reader);
        }

        return groups;
    }

    public static void Write(Stream stream, IReadOnlyList<LanguageGroupData> groups)
    {
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(gzip, Encoding.ASCII);
        writer.Write(Signature);
        writer.Write((byte)groups.Count);
        foreach (var group in groups)
        {
            WriteGroup(writer, group);
        }
    }

    private static LanguageGroupData ReadGroup(BinaryReader reader)
    {
        var system = (WritingSystem)reader.ReadByte();
        var languages = new string[reader.ReadByte()];
        for (var i = 0; i < languages.Length; i++)
        {
            languages[i] = new string(reader.ReadChars(2));
        }

        var strange = reader.ReadSingle();
        var priors = ReadFloats(reader, languages.Length);
        var unseen = ReadFloats(reader, languages.Length * (NGramReader.WholeWord + 1));
        var features = new uint[reader.ReadInt32()];
        var feature = 0u;
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = feature += (uint)reader.Read7BitEncodedInt();
        }

        var rarity = reader.ReadBytes(features.Length);
        return new LanguageGroupData(system, languages, strange, priors, unseen, features, rarity, ReadColumns(reader, features.Length, languages.Length));
    }

    private static byte[] ReadColumns(BinaryReader reader, int rows, int columns)
    {
        var costs = new byte[rows * columns];
        for (var column = 0; column < columns; column++)
        {
            var values = reader.ReadBytes(rows);
            for (var row = 0; row < rows; row++)
            {
                costs[(row * columns) + column] = values[row];
            }
        }

        return costs;
    }

    private static float[] ReadFloats(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }

    private static void WriteGroup(BinaryWriter writer, LanguageGroupData group)
    {
        writer.Write((byte)group.System);
        writer.Write((byte)group.Languages.Length);
        foreach (var language in group.Languages)
        {
            writer.Write(language.ToCharArray());
        }

        foreach (var value in (IEnumerable<float>)[group.StrangeCost, .. group.Priors, .. group.Unseen])
        {
            writer.Write(value);
        }

        writer.Write(group.Features.Length);
        var before = 0u;
        foreach (var feature in group.Features)
        {
            writer.Write7BitEncodedInt((int)(feature - before));
            before = feature;
        }

        writer.Write(group.Rarity);
        WriteColumns(writer, group.Costs, group.Languages.Length);
    }

    private static void WriteColumns(BinaryWriter writer, byte[] costs, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            for (var position = column; position < costs.Length; position += columns)
            {
                writer.Write(costs[position]);
            }
        }
    }
}
