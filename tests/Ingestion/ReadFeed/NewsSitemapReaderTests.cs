using System.IO.Compression;
using System.Text;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class NewsSitemapReaderTests
{
    private const string News = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc> https://a.example/1 </loc><lastmod>2024-11-22T15:00:00+02:00</lastmod>
            <news:news><news:publication><news:name>Gazette</news:name><news:language>uk</news:language></news:publication>
            <news:publication_date>2024-11-22T14:00:00+02:00</news:publication_date><news:title>Порт &amp; паром</news:title><news:keywords>море, порт</news:keywords></news:news>
            <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></url>
          <url><loc>https://a.example/2</loc><lastmod>2024-11-21</lastmod></url>
          <url><loc>javascript:alert(1)</loc></url><url/>
          <url><loc>https://a.example/2</loc></url>
        </urlset>
        """;

    [Fact]
    public void Reads_the_news_of_a_sitemap_and_plain_addresses()
    {
        var feed = Read(Encoding.UTF8.GetBytes(News));

        Assert.Equal(("sitemap", "Gazette", 2), (feed.Format, feed.Title, feed.Items.Count));
        var item = feed.Items[0];
        Assert.Equal(("https://a.example/1", "Порт & паром", "uk", "https://a.example/1.jpg"), (item.Link, item.Title, item.Language, item.Image));
        Assert.Equal(TimeSpan.FromHours(1), item.UpdatedAt - item.PublishedAt);
        Assert.Equal(["море", "порт"], item.Categories);
        Assert.Equal(new DateTimeOffset(2024, 11, 21, 0, 0, 0, TimeSpan.Zero), feed.Items[1].UpdatedAt);
    }

    [Fact]
    public void Reads_a_sitemap_that_is_packed_as_a_file()
    {
        Assert.Equal(2, Read(Packed(Encoding.UTF8.GetBytes(News))).Items.Count);
    }

    [Fact]
    public void Refuses_a_packed_sitemap_that_inflates_over_the_limit()
    {
        var bomb = Packed(new byte[20_000_000]);

        Assert.Contains("bytes", Assert.Throws<UnreadableFeedException>(() => Read(bomb)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_the_children_of_an_index_newest_first()
    {
        var feed = Read(Encoding.UTF8.GetBytes("""
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/2023.xml</loc><lastmod>2023-12-31</lastmod></sitemap>
            <sitemap><loc>/2024.xml</loc><lastmod>2024-11-22</lastmod></sitemap></sitemapindex>
            """));

        Assert.Equal(["https://a.example/2024.xml", "https://a.example/2023.xml"], feed.ChildSitemaps);
        Assert.Empty(feed.Items);
    }

    [Fact]
    public void Keeps_the_newest_addresses_of_a_sitemap_over_the_limit()
    {
        var urls = string.Concat(Enumerable.Range(1, 28).Select(day => $"<url><loc>https://a.example/{day}</loc><lastmod>2024-11-{day:00}</lastmod></url>"));

        var feed = NewsSitemapReader.Read(Encoding.UTF8.GetBytes($"<urlset>{urls}</urlset>"), contentType: null, baseUri: null, new FeedLimits { MaxItems = 2 });

        Assert.Equal(["https://a.example/28", "https://a.example/27"], feed.Items.Select(item => item.Link));
        Assert.True(feed.Truncated);
    }

    [Fact]
    public void Refuses_a_feed_with_a_sentence()
    {
        Assert.Contains("no sitemap", Assert.Throws<UnreadableFeedException>(() => Read("<rss/>"u8.ToArray())).Message, StringComparison.Ordinal);
    }

    private static ParsedFeed Read(byte[] body) => NewsSitemapReader.Read(body, contentType: null, new Uri("https://a.example/news.xml"));

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}
