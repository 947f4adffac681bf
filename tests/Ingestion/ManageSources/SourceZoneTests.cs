using NewsPlatform.Ingestion.ExchangeSources;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.Tests.ManageSources;

public sealed class SourceZoneTests
{
    private static readonly SourceInput Post = new("Lindmoor Post", "feed", "https://post.example/feed", "uk", null, 15, "UA", TimeZone: "Europe/Warsaw");

    [Theory]
    [InlineData(null, "UA", "Europe/Kyiv")]
    [InlineData("Asia/Tokyo", "UA", "Asia/Tokyo")]
    [InlineData("Europe/Moscow", "RU", "Europe/Moscow")]
    [InlineData(null, "RU", null)]
    [InlineData(null, "US", null)]
    [InlineData(null, null, null)]
    public void A_source_has_the_clock_that_was_set_or_its_country_s_only_one(string? timeZone, string? country, string? expected) =>
        Assert.Equal(expected, SourceZone.Of(timeZone, country)?.Id);

    [Fact]
    public void A_clock_that_nobody_knows_is_refused_with_what_to_give()
    {
        Assert.Equal("timeZone is 'Europe/Lindmoor': give an IANA name such as Europe/Kyiv, or leave it out.", (Post with { TimeZone = "Europe/Lindmoor" }).Problem());
        Assert.Null(Post.Problem());
    }

    [Fact]
    public void A_clock_survives_both_kinds_of_file_and_the_store_s_description()
    {
        Assert.Equal("Europe/Warsaw", Assert.Single(OpmlFile.Read(OpmlFile.Write([Post], DateTimeOffset.UnixEpoch))).TimeZone);
        Assert.Equal("Europe/Warsaw", Assert.Single(SourceBundle.Read(SourceBundle.Write([Post]))).TimeZone);
        Assert.Equal("Europe/Warsaw", SourceInput.Of(Post.ToSource("lindmoor-post", DateTimeOffset.UnixEpoch)).TimeZone);
    }
}
