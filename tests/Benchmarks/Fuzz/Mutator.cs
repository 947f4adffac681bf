using System.Text;

namespace NewsPlatform.FuzzBench;

/// <summary>Breaks documents as transports, editors and enemies do; the same seed breaks alike.</summary>
public sealed class Mutator(Random chance, IReadOnlyList<Sample> samples)
{
    private const int LargestBody = 400_000;

    private static readonly string[] Charsets = ["utf-8", "utf-16", "windows-1251", "koi8-r", "iso-8859-5", "utf-7", "x-user-defined", "none such", "shift_jis", "ibm866"];

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;\">]>", "&d;", "&#x110000;", "&#0;", "&#xD800;", "&nbsp", "&amp;amp;amp;",
            "<item>", "</item>", "</channel>", "<entry>", "<link>", "<title>", "</", "<", ">", "\"", "'", "=", "<script>", "</script>", "<style>", "<table><tr><td>", "</td>", "<p>", "<svg>", "<math>", "<template>", "<select>", "<base href='//'>",
            "<script type='application/ld+json'>", "{\"@graph\":[", "\"articleBody\":", "{", "}", "[", "]", ":", "\\u0000", "\\ud83d", "1e999", "-", "xmlns=''", "xml:base='http://[::1'", "href='http://a b'", "datetime='99999-99-99T99:99'", "\0", "\uFEFF", "\u202E", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B, 0x08, 0x00],
    ];

    // Repeated until they would hurt a reader whose work is not bounded.
    private static readonly string[] Floods = ["<div>", "<a>", "<b><i>", "<table><td>", "<x:y xmlns:x='z'>", "&amp;", "[", "{\"a\":", "<p>a", "<!--", "<ul><li>", " a='b'", "((((", "<font>", "</p>", "1", "\n", "https://a.example/", "a@b.", "<item><title>x</title></item>"];

    /// <summary>The document with one to six breaks.</summary>
    public byte[] Break(byte[] body)
    {
        var broken = body.ToList();
        for (var breaks = chance.Next(1, 7); breaks > 0; breaks--)
            BreakOnce(broken);

        return broken.Count <= LargestBody ? [.. broken] : [.. broken.Take(LargestBody)];
    }

    /// <summary>A Content-Type that may lie.</summary>
    public string? ContentType() => chance.Next(3) == 0 ? null : $"text/{(chance.Next(2) == 0 ? "html" : "xml")}; charset={chance.GetItems(Charsets, 1)[0]}";

    private void BreakOnce(List<byte> body)
    {
        var at = chance.Next(body.Count + 1);
        var length = Math.Min(chance.Next(1, 1 << chance.Next(1, 12)), body.Count - at);
        switch (chance.Next(10))
        {
            case 0:
                Flip(body);
                break;
            case 1:
                body.RemoveRange(at, length);
                break;
            case 2:
                body.InsertRange(chance.Next(body.Count + 1), body.GetRange(at, length));
                break;
            case 3:
                body.RemoveRange(at, chance.Next(4) == 0 ? body.Count - at : 0);
                break;
            case 4 or 5 or 6:
                body.InsertRange(at, chance.GetItems(Tokens, 1)[0]);
                break;
            case 7:
                body.InsertRange(at, Flood());
                break;
            case 8:
                body.InsertRange(at, PartOfAnother());
                break;
            default:
                Recode(body);
                break;
        }
    }

    private void Flip(List<byte> body)
    {
        for (var flips = chance.Next(1, 20); flips > 0 && body.Count > 0; flips--)
            body[chance.Next(body.Count)] ^= (byte)(1 << chance.Next(8));
    }

    private byte[] Flood() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(chance.GetItems(Floods, 1)[0], 1 << chance.Next(3, 15))));

    private IEnumerable<byte> PartOfAnother()
    {
        var other = samples[chance.Next(samples.Count)].Body;
        var from = chance.Next(other.Length);
        return other.Skip(from).Take(chance.Next(1, 4_000)).ToArray();
    }

    private void Recode(List<byte> body)
    {
        var text = Encoding.UTF8.GetString([.. body]);
        body.Clear();
        body.AddRange(chance.Next(4) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            2 => Encoding.GetEncoding(1251).GetBytes(text),
            _ => Encoding.GetEncoding("koi8-u").GetBytes(text),
        });
    }
}
