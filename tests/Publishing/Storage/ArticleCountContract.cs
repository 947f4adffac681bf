using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine counts of what matches and readers may see.</summary>
public abstract class ArticleCountContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Counts_what_matches_as_far_as_it_is_asked_to()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("a1", source: "post"),
            AnArticle.Enriched("a2", source: "post", publishedAt: AnArticle.Noon.AddHours(-1)),
            AnArticle.Enriched("a3", source: "times"),
            AnArticle.Enriched("hidden", source: "post", embargoedUntil: AnArticle.Noon.AddDays(1)));

        Assert.Equal(2, await search.CountAsync(new ArticleQuery { SourceId = "post", Limit = 1 }, most: 100, None));
        Assert.Equal(1, await search.CountAsync(new ArticleQuery { SourceId = "post", From = AnArticle.Noon.AddMinutes(-30) }, most: 100, None));
        Assert.Equal(3, await search.CountAsync(new ArticleQuery { Text = Searching.Typed("bridge", null) }, most: 100, None));
        Assert.Equal(2, await search.CountAsync(new ArticleQuery(), most: 2, None));
    }

    [Theory]
    [InlineData(null, "2 3 1 0")]
    [InlineData("bridge", "2 3 1 0")]
    [InlineData("\"harbour bridge\"", "2 2 1 0")]
    [InlineData("story:s1", "1 1 1 0")]
    [InlineData("-story:s1", "1 2 0 0")]
    public async Task Counts_how_many_bear_each_of_some_labels_as_if_asked_for_each_alone(string? words, string expected)
    {
        Entity mara = new("Mara Lindqvist", "PER", []) { Id = "Q1", Aliases = ["Lindqvist"] };
        Entity port = new("Tidewater", "LOC", []);
        var search = await CreateAsync(
            AnArticle.Enriched("a", story: "s1", entities: [mara, port]),
            AnArticle.Enriched("b", story: "s2", entities: [port, mara]),
            AnArticle.Enriched("c", story: "s2", title: "Bridge", text: "Bridge, but of no harbour.", entities: [port]),
            AnArticle.Enriched("old", story: "s1", entities: [mara], publishedAt: AnArticle.Noon.AddDays(-9)),
            AnArticle.Enriched("russian", language: "ru", entities: [mara]),
            AnArticle.Enriched("s", story: "s1", source: "-times"),
            AnArticle.Enriched("hidden", entities: [mara, port], embargoedUntil: AnArticle.Noon.AddDays(1)));
        string[] labels = [ArticleLabels.Entity("lindqvist"), ArticleLabels.Entity("Tidewater"), ArticleLabels.Source("-times"), ArticleLabels.Entity("nobody")];
        var query = new ArticleQuery { Text = words is null ? null : Searching.Typed(words), Language = "en", From = AnArticle.Noon.AddDays(-1), To = AnArticle.Noon };

        var counted = await search.CountEachAsync(query, labels, most: 10, None);
        var alone = await Task.WhenAll(labels.Select(label => search.CountAsync(query.Bearing(label), most: 10, None)));
        var capped = await search.CountEachAsync(query, labels, most: 1, None);

        Assert.Equal(expected, string.Join(' ', labels.Select(label => counted[label])));
        Assert.Equal(alone, labels.Select(label => counted[label]));
        Assert.Equal(alone.Select(count => Math.Min(count, 1)), labels.Select(label => capped[label]));
        Assert.Empty(await search.CountEachAsync(query, [], most: 10, None));
    }

    [Fact]
    public async Task Counts_facets_of_what_matches_and_is_visible()
    {
        Entity mara = new("Mara Lindqvist", "PER", []);
        var search = await CreateAsync(
            AnArticle.Enriched("a", source: "post", section: "City", entities: [mara]),
            AnArticle.Enriched("b", source: "post", category: "sports", entities: [mara], publishedAt: AnArticle.Noon.AddDays(-1)),
            AnArticle.Enriched("c", source: "times", language: "ru"),
            AnArticle.Enriched("other", source: "other", title: "Ferry", text: "Ferry."),
            AnArticle.Enriched("hidden", source: "post", embargoedUntil: AnArticle.Noon.AddDays(1)));

        var counted = await new FacetCounter(search).CountAsync(new ArticleQuery { Text = Searching.Typed("bridge") }, FacetCounter.Names, None);

        Assert.Equal((3, 3, true), (counted.Counted, counted.Total, counted.IsTotalExact));
        Assert.Equal([new FacetValue("post", "POST", 2), new FacetValue("times", "TIMES", 1)], counted.Facets["source"]);
        Assert.Equal([new FacetValue("City", "City", 1), new FacetValue("sports", "sports", 1)], counted.Facets["section"]);
        Assert.Equal([new FacetValue("en", "en", 2), new FacetValue("ru", "ru", 1)], counted.Facets["language"]);
        Assert.Equal([new FacetValue("Mara Lindqvist", "Mara Lindqvist", 2)], counted.Facets["entity"]);
        Assert.Equal([new FacetValue("2026-11-20", "2026-11-20", 2), new FacetValue("2026-11-19", "2026-11-19", 1)], counted.Facets["day"]);
    }

    [Fact]
    public async Task Counts_entities_over_the_articles_that_match()
    {
        Entity mara = new("Mara Lindqvist", "PER", []);
        Entity port = new("Tidewater", "LOC", []);
        var search = await CreateAsync(
            AnArticle.Enriched("a", entities: [mara, port]), AnArticle.Enriched("b", entities: [port]), AnArticle.Enriched("c", language: "ru", entities: [mara]));

        var counted = await search.CountEntitiesAsync(new ArticleQuery { Language = "en" }, 5_000, None);

        Assert.Equal([new EntityCount("Tidewater", "LOC", 2), new EntityCount("Mara Lindqvist", "PER", 1)], counted);
    }

    /// <summary>An engine that holds these changes, put in that order.</summary>
    private protected abstract Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes);

    private Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleEnriched> articles) => CreateAsync([.. articles.Select(ArticleChange (article) => AnArticle.Change(article))]);
}
