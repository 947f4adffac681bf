using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine finds, and in which order.</summary>
public abstract class ArticleSearchContract
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("bridge", "both second")]
    [InlineData("bridges harbours", "both")]
    [InlineData("\"harbour bridge\"", "both")]
    [InlineData("\"bridge harbour\"", "")]
    [InlineData("bridge -harbour", "second")]
    [InlineData("-bridge", "ukrainian russian hyphen")]
    [InlineData("-\"harbour bridge\" bridge", "second")]
    [InlineData("мосты", "russian ukrainian")]
    [InlineData("самолётами", "hyphen")]
    [InlineData("об'єктами", "ukrainian")]
    [InlineData("об'єкти", "ukrainian")]
    [InlineData("об’єкт", "ukrainian")]
    [InlineData("Ту-154", "hyphen")]
    [InlineData("\"самолёт Ту-154\"", "hyphen")]
    [InlineData("Россия НАТО", "hyphen")]
    [InlineData("AND OR NOT", "")]
    [InlineData("NEAR(bridge harbour)", "")]
    public async Task Finds_by_words_phrases_and_exclusions(string words, string expected)
    {
        var search = await CreateAsync(
            AnArticle.Enriched("both", title: "The harbour bridge", text: "It is open."),
            AnArticle.Enriched("second", title: "Another bridge", text: "They are closed."),
            AnArticle.Enriched("russian", title: "Мост открыт", text: "Жители идут по мосту.", language: "ru"),
            AnArticle.Enriched("ukrainian", title: "Міст відкрито", text: "Цей об’єкт чекали. Десять мостів.", language: "uk"),
            AnArticle.Enriched("hyphen", title: "Самолеты Ту-154", text: "Совет Россия-НАТО собрался.", language: "ru"));

        var found = await search.FindAsync(new ArticleQuery { Text = SearchExpressionParser.Parse(words, null) }, None);

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(hit => hit.Article.ArticleId).Order());
    }

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
        Assert.Equal(3, await search.CountAsync(new ArticleQuery { Text = SearchExpressionParser.Parse("bridge", null) }, most: 100, None));
        Assert.Equal(2, await search.CountAsync(new ArticleQuery(), most: 2, None));
    }

    [Fact]
    public async Task Tells_when_which_source_brought_the_visible_articles_of_stories()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("a1", source: "post", story: "s1", publishedAt: AnArticle.Noon.AddHours(-2)),
            AnArticle.Enriched("a2", source: "times", story: "s1", publishedAt: AnArticle.Noon.AddHours(-1)),
            AnArticle.Enriched("hidden", source: "post", story: "s1", embargoedUntil: AnArticle.Noon.AddDays(1)),
            AnArticle.Enriched("alone", source: "post", story: "s2"),
            AnArticle.Enriched("only-hidden", source: "post", story: "s3", embargoedUntil: AnArticle.Noon.AddDays(1)));

        var pulses = await search.ReadPulsesAsync(["s1", "s2", "s3", "unknown"], perStory: 10, None);
        var newest = await search.ReadPulsesAsync(["s1"], perStory: 1, None);

        Assert.Equal(["s1", "s2"], pulses.Keys.Order());
        Assert.Equal([("times", -1), ("post", -2)], pulses["s1"].Select(pulse => (pulse.SourceId, (pulse.Time - AnArticle.Noon).Hours)));
        Assert.Equal("times", Assert.Single(newest["s1"]).SourceId);
    }

    [Fact]
    public async Task Every_filter_narrows_and_all_of_them_together_too()
    {
        Entity mara = new("Mara Lindqvist", "PER", []);
        var search = await CreateAsync(
            AnArticle.Enriched("wanted", source: "post", section: "City", category: "business", story: "s1", entities: [mara]),
            AnArticle.Enriched("russian", language: "ru", source: "post", section: "City", story: "s1", entities: [mara]),
            AnArticle.Enriched("other-source", source: "times", section: "City", story: "s1", entities: [mara]),
            AnArticle.Enriched("other-section", source: "post", section: "Sport", story: "s1", entities: [mara]),
            AnArticle.Enriched("other-story", source: "post", section: "City", story: "s2", entities: [mara]),
            AnArticle.Enriched("nobody", source: "post", section: "City", story: "s1"),
            AnArticle.Enriched("old", source: "post", section: "City", story: "s1", entities: [mara], publishedAt: AnArticle.Noon.AddDays(-1)));
        var query = new ArticleQuery
        {
            Text = SearchExpressionParser.Parse("bridge", null),
            Language = "en",
            SourceId = "post",
            Section = "CITY",
            StoryId = "s1",
            Entity = "mara lindqvist",
            From = AnArticle.Noon,
            To = AnArticle.Noon,
        };

        Assert.Equal(["wanted"], await IdsAsync(search, query));
        Assert.Equal(["wanted"], await IdsAsync(search, query with { Text = null }));
        Assert.Equal(["nobody", "wanted"], await IdsAsync(search, query with { Text = null, Entity = null }));
        Assert.Equal(["wanted"], await IdsAsync(search, new ArticleQuery { Section = "business" }));
        Assert.Equal(["russian"], await IdsAsync(search, new ArticleQuery { Language = "ru" }));
        Assert.Equal(["other-source"], await IdsAsync(search, new ArticleQuery { SourceId = "times" }));
        Assert.Equal(["other-story"], await IdsAsync(search, new ArticleQuery { StoryId = "s2" }));
        Assert.Equal(["old"], await IdsAsync(search, new ArticleQuery { To = AnArticle.Noon.AddSeconds(-1) }));
        Assert.Equal(["nobody", "other-section", "other-source", "other-story", "russian", "wanted"], await IdsAsync(search, new ArticleQuery { From = AnArticle.Noon }));
    }

    [Theory]
    [InlineData(ArticleOrder.Time, null, null)]
    [InlineData(ArticleOrder.Time, "bridge", null)]
    [InlineData(ArticleOrder.Relevance, "bridge", null)]
    [InlineData(ArticleOrder.Time, null, "City")]
    [InlineData(ArticleOrder.Time, "-ferries", "City")]
    public async Task Pages_by_key_give_every_article_once_in_the_order_of_one_long_list(object order, string? words, string? section)
    {
        var search = await CreateAsync([.. Enumerable.Range(0, 23).Select(i => AnArticle.Enriched(
            $"a{i:00}", section: "City", text: string.Concat(Enumerable.Repeat("bridge and water. ", 1 + (i % 4))), publishedAt: AnArticle.Noon.AddMinutes(-i / 3)))]);
        var query = new ArticleQuery { Order = (ArticleOrder)order, Text = words is null ? null : SearchExpressionParser.Parse(words, "en"), Section = section };
        var whole = await search.FindAsync(query with { Limit = 200 }, None);

        var paged = new List<string>();
        PageKey? after = null;
        while (await search.FindAsync(query with { Limit = 4, After = after }, None) is { Count: > 0 } page)
        {
            paged.AddRange(page.Select(hit => hit.Article.ArticleId));
            after = page[^1].Key;
        }

        Assert.Equal(23, paged.Count);
        Assert.Equal(whole.Select(hit => hit.Article.ArticleId), paged);
    }

    [Fact]
    public async Task The_newest_comes_first_and_a_word_in_the_title_outweighs_one_in_the_text()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("title", title: "A bridge", text: "Nothing else is told here today.", publishedAt: AnArticle.Noon.AddHours(-2)),
            AnArticle.Enriched("text", title: "A ferry", text: "It passes below one bridge every day.", publishedAt: AnArticle.Noon));
        var query = new ArticleQuery { Text = SearchExpressionParser.Parse("bridge", null) };

        Assert.Equal(["text", "title"], (await search.FindAsync(query, None)).Select(hit => hit.Article.ArticleId));
        Assert.Equal(["title", "text"], (await search.FindAsync(query with { Order = ArticleOrder.Relevance }, None)).Select(hit => hit.Article.ArticleId));
    }

    [Fact]
    public async Task Finds_the_words_of_the_newest_revision_only_and_nothing_of_what_readers_may_not_see()
    {
        var search = await CreateAsync(
            AnArticle.Change(AnArticle.Enriched("revised", title: "Lighthouse")),
            AnArticle.Change(AnArticle.Enriched("revised", revision: 2, title: "Windmill")),
            AnArticle.Change(AnArticle.Enriched("withdrawn", title: "Lighthouse")),
            ArticleChanges.Of(AnArticle.Withdrawn("withdrawn"), AnArticle.Noon),
            AnArticle.Change(AnArticle.Enriched("embargoed", title: "Lighthouse", embargoedUntil: AnArticle.Noon.AddHours(5))));

        Assert.Empty(await IdsAsync(search, new ArticleQuery { Text = SearchExpressionParser.Parse("lighthouse", null) }));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery { Text = SearchExpressionParser.Parse("windmill", null) }));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery()));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery { StoryId = "story-1" }));
    }

    [Fact]
    public async Task Reads_bodies_only_when_asked()
    {
        var search = await CreateAsync(AnArticle.Enriched("a"));

        var head = await search.FindAsync(new ArticleQuery(), None);
        var whole = await search.FindAsync(new ArticleQuery { WithBody = true }, None);

        Assert.Empty(head[0].Article.Content.Body);
        Assert.Single(whole[0].Article.Content.Body);
    }

    [Fact]
    public async Task Reads_the_visible_articles_of_stories_newest_first_with_their_number()
    {
        var search = await CreateAsync([.. Enumerable.Range(0, 5).Select(i => AnArticle.Enriched($"a{i}", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(i)))]);

        var stories = await search.ReadStoriesAsync(["s1", "unknown"], 3, None);

        var story = Assert.Single(stories).Value;
        Assert.Equal(5, story.Total);
        Assert.Equal(["a4", "a3", "a2"], story.Newest.Select(article => article.ArticleId));
    }

    [Fact]
    public async Task Counts_entities_over_the_articles_that_match()
    {
        Entity mara = new("Mara Lindqvist", "PER", []);
        Entity port = new("Tidewater", "LOC", []);
        var search = await CreateAsync(
            AnArticle.Enriched("a", entities: [mara, port]), AnArticle.Enriched("b", entities: [port]), AnArticle.Enriched("c", language: "ru", entities: [mara]));

        var counted = await search.CountEntitiesAsync(new ArticleQuery { Language = "en" }, None);

        Assert.Equal([new EntityCount("Tidewater", "LOC", 2), new EntityCount("Mara Lindqvist", "PER", 1)], counted);
    }

    /// <summary>An engine that holds these changes, put in that order.</summary>
    private protected abstract Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes);

    private Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleEnriched> articles) => CreateAsync([.. articles.Select(ArticleChange (article) => AnArticle.Change(article))]);

    private static async Task<IEnumerable<string>> IdsAsync(IArticleSearch search, ArticleQuery query) =>
        (await search.FindAsync(query, None)).Select(hit => hit.Article.ArticleId).Order();
}
