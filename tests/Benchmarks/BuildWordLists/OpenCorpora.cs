using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.BuildWordLists;

/// <summary>
/// The dictionary of OpenCorpora as the npm package az packs it: words.dawg holds each form with the numbers of its paradigm and of its place
/// in it, paradigms.array the tag of each place.
/// </summary>
internal static class OpenCorpora
{
    private const byte Separator = 1;

    private static readonly string[] Marks = ["Name", "Surn", "Geox", "Orgn"];

    /// <summary>All case forms of the words that are marked as names, by their mark.</summary>
    public static Dictionary<string, HashSet<string>> Names(Packages packages)
    {
        var paradigms = Paradigms(File.ReadAllBytes(packages.Npm("az", "dicts/paradigms.array")));
        var marks = JsonSerializer.Deserialize<string[]>(File.ReadAllText(packages.Npm("az", "dicts/gramtab-opencorpora-int.json")))!.Select(MarksOf).ToArray();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var names = Marks.ToDictionary(mark => mark, _ => new HashSet<string>());
        foreach (var key in Dawg.Read(File.ReadAllBytes(packages.Npm("az", "dicts/words.dawg"))))
        {
            var end = Array.IndexOf(key, Separator);
            var paradigm = paradigms[Number(key, end + 1)];
            // A paradigm lists the suffixes of its forms, then their tags, then their prefixes.
            foreach (var mark in marks[paradigm[(paradigm.Length / 3) + Number(key, end + 3)]])
                names[mark].Add(encoding.GetString(key, 0, end));
        }

        return names;
    }

    private static string[] MarksOf(string tag) => [.. tag.Split(' ', ',').Intersect(Marks)];

    // Bytes of numbers are spread over two that are never zero.
    private static int Number(byte[] key, int at) => ((key[at] ^ 1) << 6) + (key[at + 1] >> 1);

    private static List<ushort[]> Paradigms(ReadOnlySpan<byte> file)
    {
        var paradigms = new List<ushort[]>();
        for (file = file[2..]; file.Length > 0; file = file[(2 + (2 * paradigms[^1].Length))..])
        {
            var paradigm = new ushort[BinaryPrimitives.ReadUInt16LittleEndian(file)];
            for (var i = 0; i < paradigm.Length; i++)
                paradigm[i] = BinaryPrimitives.ReadUInt16LittleEndian(file[(2 + (2 * i))..]);
            paradigms.Add(paradigm);
        }

        return paradigms;
    }
}
