using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

/// <summary>What modules say of an article beside its text, and of the feed's hub.</summary>
public sealed class FeedModuleTests
{
    [Fact]
    public void Reads_the_hub_and_the_own_address_of_rss_atom_and_json()
    {
        string[] feeds =
        [
            """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A</title><atom:link rel="hub" href="/hub"/><atom:link rel="hub" href="https://two.example/"/><atom:link rel="self" href="https://kurier.example/own"/></channel></rss>""",
            """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link rel="hub" href="/hub"/><link href="https://two.example/" rel="hub"/><link rel="self" href="/own"/></feed>""",
            """{"version":"https://jsonfeed.org/version/1.1","title":"A","feed_url":"https://kurier.example/own","hubs":[{"type":"rssCloud","url":"https://no.example/"},{"type":"WebSub","url":"/hub"},{"type":"WebSub","url":"https://two.example/"}],"items":[]}""",
        ];

        Assert.All(feeds.Select(Read), feed =>
        {
            Assert.Equal(["https://kurier.example/hub", "https://two.example/"], feed.Hubs);
            Assert.Equal("https://kurier.example/own", feed.Self);
        });
        Assert.Empty(Read("""<rss version="2.0"><channel><title>A</title><link>https://kurier.example/</link></channel></rss>""").Hubs);
    }

    [Theory]
    [InlineData("<thr:total>17</thr:total>", 17)]
    [InlineData("<slash:comments> 3 </slash:comments>", 3)]
    [InlineData("<a:link rel=\"replies\" href=\"/c\" thr:count=\"5\"/>", 5)]
    [InlineData("<thr:total>many</thr:total><slash:comments>4</slash:comments>", 4)]
    [InlineData("<slash:comments>-1</slash:comments>", null)]
    [InlineData("<comments>https://kurier.example/1#comments</comments>", null)]
    public void Reads_how_many_comments_there_are(string words, int? comments) => Assert.Equal(comments, ItemOf(words).Extras?.Comments?.Count);

    [Theory]
    [InlineData("<comments>/1#talk</comments><slash:comments>3</slash:comments>", "https://kurier.example/1#talk")]
    [InlineData("<a:link rel=\"replies\" type=\"application/atom+xml\" href=\"/c.xml\"/><a:link rel=\"replies\" type=\"text/html\" href=\"/c\"/>", "https://kurier.example/c")]
    [InlineData("<comments>3</comments><a:link rel=\"replies\" type=\"application/atom+xml\" href=\"/c.xml\" thr:count=\"5\"/>", null)]
    [InlineData("<comments>javascript:talk()</comments>", null)]
    public void Reads_where_the_comments_stand(string words, string? address) => Assert.Equal(address, ItemOf(words).Extras?.Comments?.Url);

    [Theory]
    [InlineData("<georss:point>46.48 30.73</georss:point>", 46.48, 30.73)]
    [InlineData("<georss:where><gml:Point><gml:pos>46.48 30.73</gml:pos></gml:Point></georss:where>", 46.48, 30.73)]
    [InlineData("<geo:lat>46.48</geo:lat><geo:long>30.73</geo:long>", 46.48, 30.73)]
    [InlineData("<geo:Point><geo:lat>-46.5</geo:lat><geo:long>0</geo:long></geo:Point>", -46.5, 0.0)]
    public void Reads_where_it_happened(string words, double latitude, double longitude) =>
        Assert.Equal((latitude, longitude), ((double?, double?))(ItemOf(words).Extras?.Place?.Latitude, ItemOf(words).Extras?.Place?.Longitude));

    [Theory]
    [InlineData("<georss:point>146.48 30.73</georss:point>")]
    [InlineData("<georss:point>46.48</georss:point>")]
    [InlineData("<geo:lat>here</geo:lat><geo:long>there</geo:long>")]
    public void A_point_that_is_none_is_no_place(string words) => Assert.Null(ItemOf(words).Extras?.Place);

    [Fact]
    public void A_place_may_have_only_a_name() =>
        Assert.Equal(new ArticlePlace("Одеса"), ItemOf("<georss:featurename>Одеса</georss:featurename>").Extras?.Place);

    [Fact]
    public void Reads_a_recording_with_its_length_and_its_words_in_writing()
    {
        var recording = ItemOf("""
            <enclosure url="/poster.jpg" type="image/jpeg" length="9"/><enclosure url="/1.mp3" type="audio/mpeg" length="12345678"/>
            <itunes:duration>1:02:03</itunes:duration><podcast:transcript url="https://kurier.example/1.vtt" type="text/vtt"/>
            """).Extras?.Recording;

        Assert.Equal(new ArticleRecording("https://kurier.example/1.mp3", "audio/mpeg", 12_345_678, 3_723, "https://kurier.example/1.vtt"), recording);
        Assert.Null(ItemOf("<enclosure url=\"/poster.jpg\" type=\"image/jpeg\" length=\"9\"/>").Extras?.Recording);
    }

    [Fact]
    public void Reads_the_recording_of_a_json_feed()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"1","attachments":[{"url":"/1.txt","mime_type":"text/plain"},{"url":"/1.m4a","mime_type":"audio/x-m4a","size_in_bytes":89,"duration_in_seconds":6629}]}]}""");

        Assert.Equal(new ArticleRecording("https://kurier.example/1.m4a", "audio/x-m4a", 89, 6_629), feed.Items[0].Extras?.Recording);
    }

    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("1:30", 90.0)]
    [InlineData(" 0:01:30.5 ", 90.5)]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("long", null)]
    [InlineData("1:-30", null)]
    [InlineData("99999999999999999999:00", null)]
    public void Reads_durations_however_they_are_written(string text, double? seconds) => Assert.Equal(seconds, RecordingTime.Parse(text)?.TotalSeconds);

    private static ParsedFeed Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), contentType: null, new Uri("https://kurier.example/feed"));

    private static FeedItem ItemOf(string words) => Assert.Single(Read($"""
        <rss version="2.0" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:a="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss"
          xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
        <channel><title>A</title><item><title>B</title>{words}</item></channel></rss>
        """).Items);
}
