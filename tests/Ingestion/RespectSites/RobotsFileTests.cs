using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Tests.RespectSites;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/private/page", false)]
    [InlineData("/private/open/page", true)]
    [InlineData("/news.pdf", false)]
    [InlineData("/news.pdf?page=1", true)]
    [InlineData("/a/print/b", false)]
    [InlineData("/новости/архив/1", false)]
    [InlineData("/same", true)]
    [InlineData("/robots.txt", true)]
    public void The_longest_rule_that_matches_decides_and_of_two_as_long_the_one_that_allows(string path, bool isAllowed)
    {
        var file = RobotsFile.Parse("""
            User-agent: *
            Disallow: /private/   # not for machines
            Allow: /private/open/
            Disallow: /*.pdf$
            Disallow: /*/print/
            Disallow: /%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/архив/
            Disallow: /same
            Allow: /same
            Disallow: /robots.txt
            Disallow:
            """, "NewsPlatform");

        Assert.Equal(isAllowed, file.Allows(new Uri(new Uri("https://post.example"), path)));
    }

    [Fact]
    public void Our_own_group_counts_instead_of_the_one_for_all_wherever_it_stands()
    {
        var file = RobotsFile.Parse("""
            User-agent: *
            Disallow: /
            Crawl-delay: 60

            user-agent: Another
            user-agent: newsplatform
            Disallow: /a

            User-agent: NewsPlatform
            Disallow: /b
            Crawl-delay: 2.5
            """, "NewsPlatform");

        Assert.Equal([true, false, false], new[] { "/", "/a", "/b" }.Select(path => file.Allows(new Uri("https://post.example" + path))));
        Assert.Equal(TimeSpan.FromSeconds(2.5), file.CrawlDelay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("Disallow: /")]
    [InlineData("User-agent: Another\nDisallow: /")]
    public void What_says_nothing_to_us_allows_all(string text) => Assert.True(RobotsFile.Parse(text, "NewsPlatform").Allows(new Uri("https://post.example/a")));

    [Fact]
    public void A_hostile_file_costs_no_time()
    {
        var rules = string.Join('\n', Enumerable.Range(0, 5_000).Select(number => $"Disallow: /{string.Concat(Enumerable.Repeat("*a", 400))}{number}$"));
        var file = RobotsFile.Parse("User-agent: *\n" + rules, "NewsPlatform");
        var start = TimeProvider.System.GetTimestamp();

        Assert.True(file.Allows(new Uri("https://post.example/" + new string('a', 2_000))));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
