using NewsPlatform.FuzzBench;

namespace NewsPlatform.Ingestion.Tests.Fuzz;

/// <summary>Two thousand broken feeds and pages; <c>tests/bench.sh fuzz</c> reads a hundred thousand.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Broken_feeds_and_pages_are_read_or_refused_in_words_within_a_second_and_bounded_memory()
    {
        var result = new FuzzRun(seed: 20_261_122).Run(2_000);

        Assert.Empty(result.Faults);
    }

    /// <summary>What the hundred thousand found.</summary>
    [Theory]
    [InlineData(Reader.Page, "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"a \\ud83d b\",\"\\udc00\":1}]}</script><h1>Ice on the river</h1>")]
    [InlineData(Reader.Feed, "{\"items\":[{\"date_published\":\"\\ud83d\",\"title\":\"a\",\"\\ud83d\":1}]}")]
    [InlineData(Reader.Push, "{\"title\":\"a\",\"\\ud83dx\":1,\"text\":\"The river froze.\"}")]
    [InlineData(Reader.Listing, "<a href='http://\uFFFE\u202Ea.example/b'>A headline that is long enough to be one</a>")]
    public void What_once_threw_is_read_or_refused_in_words(Reader reader, string document) => Readers.Read(reader, System.Text.Encoding.UTF8.GetBytes(document), "text/html; charset=utf-8");

    [Theory]
    [InlineData("<a title='<!--'>", "<div>")]
    [InlineData("<a title='<style'>", "<ul><li>")]
    [InlineData("", "<div></nothing>")]
    public void Depth_is_seen_behind_what_only_looks_like_a_comment_and_between_stray_end_tags(string before, string flood) =>
        Assert.Contains("nest", Assert.Throws<Ingestion.ExtractArticle.UnreadableArticleException>(() =>
            Ingestion.ExtractArticle.ArticleExtractor.Extract(before + string.Concat(Enumerable.Repeat(flood, 20_000)), null)).Message, StringComparison.Ordinal);
}
