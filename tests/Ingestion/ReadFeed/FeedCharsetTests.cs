using System.Text;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class FeedCharsetTests
{
    private const string Title = "В Заречном открыли новый мост через реку, движение пустили утром";

    [Theory]
    [InlineData("windows-1251", "windows-1251", null)]
    [InlineData("koi8-r", "koi8-r", null)]
    [InlineData("koi8-u", "koi8-u", null)]
    [InlineData("iso-8859-5", null, "text/xml; charset=iso-8859-5")]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("windows-1251", null, null)]
    [InlineData("koi8-r", null, null)]
    [InlineData("utf-8", "windows-1251", null)]
    [InlineData("utf-8", null, "text/xml; charset=windows-1251")]
    [InlineData("utf-8", null, "application/rss+xml; charset=iso-8859-1")]
    [InlineData("windows-1251", "utf-8", null)]
    [InlineData("windows-1251", "windows-1251", "application/xml; charset=utf-8")]
    [InlineData("utf-8", "no-such-charset", null)]
    [InlineData("utf-8", "utf-16", null)]
    public void Reads_cyrillic_whatever_was_declared(string written, string? declared, string? contentType)
    {
        var prolog = declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";
        var document = $"{prolog}<rss version=\"2.0\"><channel><item><title>{Title}</title></item></channel></rss>";

        var feed = FeedReader.Read(Charsets.Find(written)!.GetBytes(document), contentType, baseUri: null);

        Assert.Equal(Title, Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Keeps_utf_8_when_one_character_was_cut_in_half()
    {
        var bytes = Encoding.UTF8.GetBytes($"<rss version=\"2.0\"><channel><item><title>{Title}</title><description>ок</description></item></channel></rss>").ToList();
        bytes.RemoveAt(bytes.LastIndexOf(0xD0) + 1);

        var feed = FeedReader.Read([.. bytes], contentType: null, baseUri: null);

        Assert.Equal(Title, Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void Reads_ukrainian_without_any_declaration()
    {
        const string Ukrainian = "У Заріччі відкрили міст: рух почався вранці, її чекали роками";
        var bytes = Charsets.Find("windows-1251")!.GetBytes($"<rss version=\"2.0\"><channel><item><title>{Ukrainian}</title></item></channel></rss>");

        Assert.Equal(Ukrainian, Assert.Single(FeedReader.Read(bytes, contentType: null, baseUri: null).Items).Title);
    }
}
