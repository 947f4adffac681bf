using System.Text;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class BrokenFeedTests
{
    [Theory]
    [InlineData("<title>Fish & chips</title>", "Fish & chips")]
    [InlineData("<title>Салон&nbsp;закрыт &mdash; надолго</title>", "Салон закрыт — надолго")]
    [InlineData("<title>A &bogus; word</title>", "A &bogus; word")]
    [InlineData("<title>Bell\u0007 rings\u0000</title>", "Bell rings")]
    [InlineData("<title>2 < 3</title>", "2 < 3")]
    [InlineData("<title>Byte &#150; dash &#x1F4F0;</title>", "Byte – dash 📰")]
    [InlineData("<title><b>Bold</title>", "Bold")]
    [InlineData("<other:thing>x</other:thing><title>Kept</title>", "Kept")]
    [InlineData("<dc:title>Undeclared module</dc:title>", "Undeclared module")]
    [InlineData("<enclosure url=a.mp3 length></enclosure><title>Bare attributes</title>", "Bare attributes")]
    [InlineData("</stray><title>Stray end</title>", "Stray end")]
    public void Reads_on_where_the_xml_is_broken(string inside, string title)
    {
        var feed = Read($"<rss version=\"2.0\"><channel><bad&/><item>{inside}</item></channel></rss>");

        Assert.False(feed.WellFormed);
        Assert.Equal(title, Assert.Single(feed.Items).Title);
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title><descrip")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><item><title>Two</title></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title><description><![CDATA[cut")]
    public void Keeps_every_item_of_a_document_whose_tail_is_missing(string document)
    {
        Assert.Equal(["One", "Two"], Read(document).Items.Select(item => item.Title));
    }

    [Fact]
    public void Never_expands_entities_that_a_document_declares()
    {
        var feed = Read("""
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/hostname">]>
            <rss version="2.0"><channel><item><title>&b;&file;</title></item></channel></rss>
            """);

        Assert.Equal("&b;&file;", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Refuses_a_document_that_is_nested_without_end()
    {
        var document = "<rss version='2.0'><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        var refusal = Assert.Throws<UnreadableFeedException>(() => Read(document));

        Assert.Contains("128 levels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_document_over_the_limit_of_bytes()
    {
        var refusal = Assert.Throws<UnreadableFeedException>(
            () => FeedReader.Read(new byte[2000], contentType: null, baseUri: null, new FeedLimits { MaxBytes = 1000 }));

        Assert.Contains("2000 bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&", "")]
    [InlineData("<", "")]
    [InlineData("<a b='", "c' ")]
    [InlineData("<!x>", "")]
    [InlineData("<![CDATA[", "]]")]
    [InlineData("</a>", "")]
    public async Task Takes_linear_time_over_any_rubbish(string start, string end)
    {
        var rubbish = string.Concat(Enumerable.Repeat(start + end, 400_000));

        var reading = Task.Run(() => Record.Exception(() => Read("<rss version='2.0'><channel><item><title>" + rubbish)));

        Assert.True(await reading.WaitAsync(TimeSpan.FromSeconds(20)) is null or UnreadableFeedException);
    }

    private static ParsedFeed Read(string document) => FeedReader.Read(Encoding.UTF8.GetBytes(document), contentType: null, new Uri("https://a.example/"));
}
