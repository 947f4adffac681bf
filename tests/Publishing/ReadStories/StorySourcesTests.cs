using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.Tests.ReadStories;

public sealed class StorySourcesTests
{
    [Fact]
    public void Follows_the_citations_of_the_articles_to_the_source_at_the_beginning()
    {
        var original = StorySources.OriginalOf(
        [
            Article("a2", 5, ("GAZETTE", "Harbour Times", SourceKinds.Medium)),
            Article("a1", 0, ("HERALD", "Harbour Times", SourceKinds.Medium), ("Harbour Times", "the ministry's site", SourceKinds.Document)),
        ])!;

        Assert.Equal(("the ministry's site", SourceKinds.Document, "a1"), (original.Name, original.Kind, original.ArticleId));
        Assert.Equal(["HERALD", "Harbour Times"], original.Via);
        Assert.Equal("the ministry's site is named here.", original.Evidence);
    }

    [Fact]
    public void Takes_who_printed_it_first_when_nobody_cites_anybody()
    {
        var original = StorySources.OriginalOf([Article("late", 9, "POST"), Article("early", 1, "HERALD")])!;

        Assert.Equal(("HERALD", "early"), (original.Name, original.ArticleId));
        Assert.Empty(original.Via);
        Assert.Null(original.Evidence);
    }

    [Fact]
    public void Takes_what_most_articles_lead_to_over_what_one_cites_in_passing()
    {
        var original = StorySources.OriginalOf(
        [
            Article("a1", 0, ("HERALD", "a pilot", SourceKinds.Unnamed)), Article("a2", 1, ("POST", "«Reuters»", SourceKinds.Medium)), Article("a3", 2, ("GAZETTE", "Reuters", SourceKinds.Medium)),
        ])!;

        Assert.Equal(("«Reuters»", "a2"), (original.Name, original.ArticleId));
    }

    [Fact]
    public void Ends_on_sites_that_cite_one_another() =>
        Assert.NotNull(StorySources.OriginalOf([Article("a1", 0, ("HERALD", "POST", SourceKinds.Medium)), Article("a2", 1, ("POST", "HERALD", SourceKinds.Medium))]));

    [Fact]
    public void Counts_the_articles_that_cite_a_source_once_each()
    {
        var cited = StorySources.CitedIn(
        [
            Article("a1", 0, ("HERALD", "Reuters", SourceKinds.Medium), ("Reuters", "the port", SourceKinds.Body)), Article("a2", 1, ("POST", "Reuters", SourceKinds.Medium)),
        ]);

        Assert.Equal([new InfoSource("Reuters", SourceKinds.Medium, 2), new InfoSource("the port", SourceKinds.Body, 1)], cited);
    }

    [Fact]
    public void Takes_two_spellings_of_one_entity_for_the_same_source()
    {
        PublishedArticle[] articles =
        [
            Article("a1", 0, ("HERALD", "a pilot", SourceKinds.Unnamed)), WithId(Article("a2", 1, ("POST", "Рейтер", SourceKinds.Medium)), "Q130879"), WithId(Article("a3", 2, ("GAZETTE", "Reuters", SourceKinds.Medium)), "Q130879"),
        ];

        Assert.Equal(("Рейтер", "Q130879"), (StorySources.OriginalOf(articles)!.Name, StorySources.OriginalOf(articles)!.Id));
        Assert.Equal(new InfoSource("Рейтер", SourceKinds.Medium, 2, "Q130879"), StorySources.CitedIn(articles)[0]);
    }

    private static PublishedArticle WithId(PublishedArticle article, string id) =>
        article with { Analysis = article.Analysis with { Attribution = [.. article.Analysis.Attribution.Select(edge => edge with { ToId = id })] } };

    private static PublishedArticle Article(string id, int minute, params (string From, string To, string Kind)[] edges) => Article(id, minute, edges[0].From, edges);

    private static PublishedArticle Article(string id, int minute, string source, params (string From, string To, string Kind)[] edges)
    {
        var article = AnArticle.Change(AnArticle.Enriched(id, source: source, publishedAt: AnArticle.Noon.AddMinutes(minute))).Article;
        return article with
        {
            Analysis = article.Analysis with { Attribution = [.. edges.Select(edge => new AttributionEdge(edge.From, edge.To, edge.To + " is named here.") { ToKind = edge.Kind })] },
        };
    }
}
