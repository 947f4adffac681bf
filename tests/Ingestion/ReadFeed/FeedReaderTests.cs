using System.Text;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class FeedReaderTests
{
    private static readonly Uri Site = new("https://kurier.example/feeds/all.xml");

    [Fact]
    public void Reads_an_rss_2_feed_with_its_modules()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Курьер</title><link>https://kurier.example/</link><language>ru</language>
            <item>
              <title>Мост в Заречном открыт &amp;quot;раньше срока&amp;quot;</title>
              <link>/news/17</link><guid isPermaLink="false">n-17</guid>
              <description>&lt;p&gt;Движение пустили &lt;b&gt;утром&lt;/b&gt;.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Первые машины прошли в 7:00.</p><img src="/img/17.jpg">]]></content:encoded>
              <dc:creator>Анна Ветрова</dc:creator><category>Страна</category><category>Транспорт</category>
              <pubDate>Fri, 22 Nov 2024 14:00:05 +0300</pubDate>
              <media:content url="https://kurier.example/small.jpg" medium="image" width="200"/>
              <media:content url="https://kurier.example/large.jpg" medium="image" width="1200"/>
            </item></channel></rss>
            """);

        Assert.Equal(("rss", "Курьер", "https://kurier.example/", "ru"), (feed.Format, feed.Title, feed.Link, feed.Language));
        var item = Assert.Single(feed.Items);
        Assert.Equal("n-17", item.Id);
        Assert.Equal("https://kurier.example/news/17", item.Link);
        Assert.Equal("Мост в Заречном открыт \"раньше срока\"", item.Title);
        Assert.Equal("Движение пустили утром.", item.Summary);
        Assert.Equal("<p>Первые машины прошли в 7:00.</p><img src=\"https://kurier.example/img/17.jpg\">", item.ContentHtml);
        Assert.Equal(["Анна Ветрова"], item.Authors);
        Assert.Equal(["Страна", "Транспорт"], item.Categories);
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 0, 5, TimeSpan.FromHours(3)), item.PublishedAt);
        Assert.Equal("https://kurier.example/large.jpg", item.Image);
        Assert.True(feed.WellFormed);
    }

    [Fact]
    public void Reads_an_atom_feed_with_a_base_of_its_own()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://visnyk.example/a/" xml:lang="uk">
              <title>Вісник</title><link href="/"/><link rel="self" href="feed.xml"/><author><name>Редакція</name></author>
              <entry><id>tag:visnyk.example,2024:5</id><title type="html">Новий &lt;i&gt;трамвай&lt;/i&gt;</title>
                <link rel="alternate" href="5.html"/><published>2024-11-22T14:00:00+02:00</published><updated>2024-11-22T15:30:00+02:00</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Лінія <a href="map">готова</a>.</p></div></content></entry>
              <entry><id>tag:visnyk.example,2024:6</id><title>Про тег &lt;b&gt;</title><author><name>Ілля Гай</name></author></entry>
            </feed>
            """);

        Assert.Equal(("atom", "uk", "https://visnyk.example/"), (feed.Format, feed.Language, feed.Link));
        Assert.Equal("Новий трамвай", feed.Items[0].Title);
        Assert.Equal("https://visnyk.example/a/5.html", feed.Items[0].Link);
        Assert.Equal("<p>Лінія <a href=\"https://visnyk.example/a/map\">готова</a>.</p>", feed.Items[0].ContentHtml);
        Assert.Equal(["Редакція"], feed.Items[0].Authors);
        Assert.Equal(TimeSpan.FromHours(1.5), feed.Items[0].UpdatedAt - feed.Items[0].PublishedAt);
        Assert.Equal("Про тег <b>", feed.Items[1].Title);
        Assert.Equal(["Ілля Гай"], feed.Items[1].Authors);
    }

    [Fact]
    public void Reads_rdf_where_the_items_stand_beside_the_channel()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://old.example/"><title>Old Gazette</title><link>https://old.example/</link></channel>
              <image><title>Not an entry</title><url>https://old.example/logo.png</url></image>
              <item rdf:about="https://old.example/1"><title>Harbour rebuilt</title><link>https://old.example/1</link><dc:date>2024-11-22</dc:date></item>
            </rdf:RDF>
            """);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("Harbour rebuilt", "https://old.example/1"), (item.Title, item.Link));
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 0, 0, 0, TimeSpan.Zero), item.PublishedAt);
    }

    [Fact]
    public void Reads_a_json_feed_and_takes_wrong_types_for_absent()
    {
        var feed = Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Tide","home_page_url":"https://tide.example/","language":"en","authors":[{"name":"Desk"}],
             "items":[{"id":7,"url":"/7","title":"Ferry &amp; fog","content_text":"a < b","summary":["no"],"date_published":"2024-11-22T14:00:00Z","tags":["Sea",4],"image":"i.png"},
                      {"id":"8","title":"\ud800","content_html":"<a href='x'>x</a>","author":{"name":"Old form"}}, 5]}
            """);

        Assert.Equal(("json", 2), (feed.Format, feed.Items.Count));
        Assert.Equal(("7", "https://kurier.example/7", "Ferry & fog", "a &lt; b"), (feed.Items[0].Id, feed.Items[0].Link, feed.Items[0].Title, feed.Items[0].ContentHtml));
        Assert.Null(feed.Items[0].Summary);
        Assert.Equal(["Desk"], feed.Items[0].Authors);
        Assert.Equal(["Sea"], feed.Items[0].Categories);
        Assert.Equal("", feed.Items[1].Title);
        Assert.Equal(["Old form"], feed.Items[1].Authors);
    }

    [Fact]
    public void Gives_every_item_an_id_of_its_own_when_guids_are_missing_or_the_same()
    {
        var feed = Read("""
            <rss version="2.0"><channel><item><guid>1</guid><link>https://a.example/1</link></item><item><guid>1</guid><link>https://a.example/2</link></item>
            <item><link>https://a.example/3</link></item><item><title>No link</title></item><item><title>No link</title></item></channel></rss>
            """);

        Assert.Equal(5, feed.Items.Select(item => item.Id).Distinct().Count());
        Assert.Equal("https://a.example/2", feed.Items[1].Id);
        Assert.Equal("https://a.example/3", feed.Items[2].Id);
    }

    [Fact]
    public void Takes_a_guid_for_the_link_only_where_it_may_be_one()
    {
        var feed = Read("""
            <rss version="2.0"><channel><item><guid>https://a.example/1</guid></item><item><guid isPermaLink="true">not an address</guid></item></channel></rss>
            """);

        Assert.Equal("https://a.example/1", feed.Items[0].Link);
        Assert.Null(feed.Items[1].Link);
    }

    [Fact]
    public void Keeps_the_first_thousand_items_and_says_that_there_were_more()
    {
        var items = string.Concat(Enumerable.Range(1, 1200).Select(number => $"<item><title>{number}</title></item>"));

        var feed = Read($"<rss version='2.0'><channel>{items}</channel></rss>");

        Assert.Equal((1000, true), (feed.Items.Count, feed.Truncated));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("just words", "neither XML nor JSON")]
    [InlineData("<!DOCTYPE html><html><head><title>x</title></head></html>", "HTML page")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "sitemap")]
    [InlineData("<invoice/>", "root element is \"invoice\"")]
    [InlineData("{\"items\": [1,", "line 1")]
    [InlineData("{\"posts\": []}", "\"items\"")]
    public void Refuses_what_is_no_feed_with_one_sentence_that_says_why(string body, string reason)
    {
        var refusal = Assert.Throws<UnreadableFeedException>(() => Read(body));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    private static ParsedFeed Read(string document) => FeedReader.Read(Encoding.UTF8.GetBytes(document), contentType: null, Site);
}
