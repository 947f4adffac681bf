using System.Text;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class FeedRhythmTests
{
    [Fact]
    public void Reads_ttl_and_what_is_skipped_of_rss_also_without_blanks_between()
    {
        var rhythm = Read("<ttl> 45 </ttl><skipHours><hour>24</hour><hour>3</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Caturday</day></skipDays>");

        Assert.Equal(45, rhythm?.TtlMinutes);
        Assert.Equal([0, 3], rhythm!.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], rhythm.SkipDays);
    }

    [Theory]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30)]
    [InlineData("<sy:updatePeriod> daily </sy:updatePeriod>", 1440)]
    public void Reads_the_update_period_of_the_syndication_module(string elements, double minutes) => Assert.Equal(minutes, Read(elements)?.UpdateMinutes);

    [Theory]
    [InlineData("")]
    [InlineData("<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>")]
    [InlineData("<ttl>-5</ttl><ttl>0</ttl>")]
    public void Passes_over_what_makes_no_sense(string elements) => Assert.Null(Read(elements));

    private static FeedRhythm? Read(string elements) => FeedReader.Read(
        Encoding.UTF8.GetBytes($"""<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Post</title>{elements}<item><title>A</title></item></channel></rss>"""),
        "application/rss+xml",
        new Uri("https://post.example/feed")).Rhythm;
}
