using System.Text;
using NewsPlatform.Testing;

namespace NewsPlatform.FuzzBench;

/// <summary>A document to be broken.</summary>
/// <param name="Name">For people.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Readers">What reads such documents.</param>
public sealed record Sample(string Name, byte[] Body, IReadOnlyList<Reader> Readers);

/// <summary>The sample edition's feeds, sitemaps and pages, and documents in the formats and charsets that it has none of; all invented.</summary>
public static class Samples
{
    private const string Rdf = """
        <?xml version="1.0" encoding="windows-1251"?><!DOCTYPE rdf:RDF [<!ENTITY x "y">]>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel rdf:about="https://reka.example/"><title>Река</title><link>https://reka.example/</link><dc:language>ru</dc:language></channel>
        <item rdf:about="https://reka.example/1"><title>Лёд &amp;amp; паром</title><link>/1</link><dc:date>2026-11-20T10:00+03:00</dc:date><dc:creator>А. Ветрова</dc:creator>
        <content:encoded><![CDATA[<p>Паром ходит <b>до полуночи</b>.<br><img src="x.jpg"></p>]]></content:encoded></item></rdf:RDF>
        """;

    private const string OldAtom = """
        <feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:base="https://visti.example/"><title mode="escaped">Вісті &lt;b&gt;міста&lt;/b&gt;</title>
        <entry><title>Крига</title><link rel="alternate" href="2"/><id>tag:visti.example,2026:2</id><issued>20 листопада 2026, 10:15</issued>
        <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Крига скресла.</p></div></content><summary mode="base64">0JrRgNC40LPQsA==</summary></entry></feed>
        """;

    private const string Podcast = """
        <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" xmlns:georss="http://www.georss.org/georss" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <channel><title>Talk</title><item><title>One &nbsp;&hellip;</title><guid>1</guid><enclosure url="a.mp3" length="1" type="audio/mpeg"/><itunes:summary>All of it</itunes:summary>
        <media:group><media:content url="b.jpg" width="99999999999"/></media:group><georss:point>50.1 30.2</georss:point><pubDate>Fri, 32 Nov 2026 25:61:61 EST</pubDate></item></channel></rss>
        """;

    public static IReadOnlyList<Sample> Load()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var edition = Directory.EnumerateFiles(Repository.PathOf("deploy", "samples", "edition"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path: file, Readers: ReadersOf(file))).Where(file => file.Readers.Count > 0).Select(file => new Sample(Path.GetFileName(file.Path), File.ReadAllBytes(file.Path), file.Readers));
        return
        [
            .. edition,
            new Sample("rdf", Encoding.GetEncoding(1251).GetBytes(Rdf), [Reader.Feed]),
            new Sample("atom03", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(OldAtom)).ToArray(), [Reader.Feed]),
            new Sample("podcast", Encoding.UTF8.GetBytes(Podcast), [Reader.Feed, Reader.Sitemap]),
            new Sample("pushed", File.ReadAllBytes(Repository.PathOf("deploy", "samples", "pushed", "skating-rink.json")), [Reader.Push]),
            new Sample("text", File.ReadAllBytes(Repository.PathOf("deploy", "samples", "pushed", "ferry-talks.txt")), [Reader.Text, Reader.Page]),
        ];
    }

    private static IReadOnlyList<Reader> ReadersOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => [Reader.Page, Reader.Page, Reader.Listing],
        ".xml" => file.Contains("sitemap", StringComparison.Ordinal) ? [Reader.Sitemap] : [Reader.Feed],
        ".json" when Path.GetFileName(file) == "feed.json" => [Reader.Feed],
        _ => [],
    };
}
