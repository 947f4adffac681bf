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
    [InlineData("NOT bridge", "ukrainian russian hyphen")]
    [InlineData("harbour OR самолёт", "both hyphen")]
    [InlineData("bridge AND NOT (harbour OR ferry)", "second")]
    [InlineData("(мост OR bridge) -harbour", "second russian ukrainian")]
    [InlineData("bridge OR NOT міст", "both second hyphen")]
    [InlineData("+harbour OR bridge", "both")]
    [InlineData("title:bridge", "both second")]
    [InlineData("title:open", "")]
    [InlineData("title:(\"harbour bridge\" OR самолёт)", "both hyphen")]
    [InlineData("NEAR(bridge harbour)", "")]
    public async Task Finds_by_words_phrases_and_exclusions(string words, string expected)
    {
        var search = await CreateAsync(
            AnArticle.Enriched("both", title: "The harbour bridge", text: "It is open."),
            AnArticle.Enriched("second", title: "Another bridge", text: "They are closed."),
            AnArticle.Enriched("russian", title: "Мост открыт", text: "Жители идут по мосту.", language: "ru"),
            AnArticle.Enriched("ukrainian", title: "Міст відкрито", text: "Цей об’єкт чекали. Десять мостів.", language: "uk"),
            AnArticle.Enriched("hyphen", title: "Самолеты Ту-154", text: "Совет Россия-НАТО собрался.", language: "ru"));

        var found = await search.FindAsync(new ArticleQuery { Text = Searching.Typed(words, null) });

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(hit => hit.ArticleId).Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bridge")]
    public async Task Reads_the_oldest_first_from_any_place_on_where_that_is_asked(string? words)
    {
        var search = await CreateAsync([.. "abcd".Select((letter, i) => AnArticle.Enriched($"{letter}", title: "The bridge", publishedAt: AnArticle.Noon.AddMinutes(i)))]);
        var query = HitQuery.Of(new ArticleQuery { Text = words is null ? null : Searching.Typed(words, "en") }) with { OldestFirst = true };

        var first = await search.ReadHitsAsync(query, 2, [], None);
        var rest = await search.ReadHitsAsync(query with { After = first[^1].Place }, 2, [], None);

        Assert.Equal("a b", string.Join(' ', first.Select(hit => hit.Place.ArticleId)));
        Assert.Equal("c d", string.Join(' ', rest.Select(hit => hit.Place.ArticleId)));
    }

    [Theory]
    [InlineData("source:post", "city")]
    [InlineData("source:\"The Post\" OR language:ru", "")]
    [InlineData("section:sports", "match")]
    [InlineData("section:город", "city")]
    [InlineData("entity:\"mara lindqvist\"", "city match")]
    [InlineData("entity:Q1 -language:en", "match")]
    [InlineData("speaker:lindqvist", "city")]
    [InlineData("speaker:(lindqvist OR nobody) title:bridge", "city")]
    [InlineData("story:s2", "match")]
    [InlineData("-story:s2", "city")]
    [InlineData("bridge story:s2", "")]
    [InlineData("entity:lindqvist OR bridge", "city match")]
    public async Task Finds_by_fields_beside_words(string words, string expected)
    {
        Entity mara = new("Mara Lindqvist", "PER", []) { Id = "Q1", Aliases = ["Lindqvist"] };
        var city = AnArticle.Enriched("city", source: "post", section: "Город", story: "s1", entities: [mara]);
        var search = await CreateAsync(
            city with { Analysis = city.Analysis with { Quotes = [new Quotation("It is open", "Lindqvist", 0, 10)] } },
            AnArticle.Enriched("match", source: "times", title: "Матч", text: "Счёт открыт.", language: "uk", category: "sports", story: "s2", entities: [mara]));

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await IdsAsync(search, new ArticleQuery { Text = Searching.Typed(words) }));
    }

    [Theory]
    [InlineData("th", "รัฐบาลประกาศเปิดสะพานใหม่", "สะพาน", "โรงเรียน")]
    [InlineData("lo", "ລັດຖະບານເປີດຂົວໃຫມ່", "ຂົວ", "ໂຮງຮຽນ")]
    [InlineData("km", "រដ្ឋាភិបាលបើកស្ពានថ្មី", "ស្ពាន", "សាលារៀន")]
    [InlineData("my", "အစိုးရကတံတားသစ်ဖွင့်သည်", "တံတား", "ကျောင်း")]
    [InlineData("ko", "서울에서 새로운 다리가 열렸다", "다리", "학교")]
    [InlineData("ja", "新しいコンピューターセンターが開く", "センター", "タワー")]
    [InlineData("zh", "政府宣布新大桥通车", "大桥", "学校")]
    public async Task Finds_words_of_scripts_that_part_them_by_no_blanks(string language, string text, string within, string absent)
    {
        var search = await CreateAsync(AnArticle.Enriched("a", text: text, language: language));

        Assert.Equal(["a"], await IdsAsync(search, new ArticleQuery { Text = Searching.Typed(within) }));
        Assert.Equal(["a"], await IdsAsync(search, new ArticleQuery { Text = Searching.Typed($"\"{within}\"", language) }));
        Assert.Empty(await IdsAsync(search, new ArticleQuery { Text = Searching.Typed(absent) }));
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
            Text = Searching.Typed("bridge", null),
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

    [Fact]
    public async Task A_filter_takes_several_values_and_leaves_out_those_behind_a_dash()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("post", source: "post", category: "business"),
            AnArticle.Enriched("times", source: "news.times", language: "ru", category: "sports"),
            AnArticle.Enriched("herald", source: "herald", language: "uk") with { DuplicateOf = "post" });

        Assert.Equal(["post", "times"], await IdsAsync(search, new ArticleQuery { SourceId = "post,NEWS.TIMES" }));
        Assert.Equal(["herald", "times"], await IdsAsync(search, new ArticleQuery { SourceId = "-post" }));
        Assert.Equal(["herald"], await IdsAsync(search, new ArticleQuery { SourceId = "post, herald", Language = "-en,-ru" }));
        Assert.Equal(["times"], await IdsAsync(search, new ArticleQuery { Domain = "times.example" }));
        Assert.Equal(["herald", "post"], await IdsAsync(search, new ArticleQuery { Domain = "-times.example" }));
        Assert.Equal(["herald", "post"], await IdsAsync(search, new ArticleQuery { Category = "business,general" }));
        Assert.Equal(["herald"], await IdsAsync(search, new ArticleQuery { Section = "-sports", Language = "uk,ru" }));
        Assert.Equal(["post", "times"], await IdsAsync(search, new ArticleQuery { WithDuplicates = false }));
        Assert.Empty(await IdsAsync(search, new ArticleQuery { Speaker = "nobody, really" }));
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
        var query = new ArticleQuery { Order = (ArticleOrder)order, Text = words is null ? null : Searching.Typed(words, "en"), Section = section };
        var whole = await search.FindAsync(query with { Limit = 200 });
        var paged = await search.PageThroughAsync(query with { Limit = 4 });

        Assert.Equal(23, paged.Count);
        Assert.Equal(whole.Select(hit => hit.ArticleId), paged);
    }

    [Fact]
    public async Task The_newest_comes_first_and_a_word_in_the_title_outweighs_one_in_the_text()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("title", title: "A bridge", text: "Nothing else is told here today.", publishedAt: AnArticle.Noon.AddHours(-2)),
            AnArticle.Enriched("text", title: "A ferry", text: "It passes below one bridge every day.", publishedAt: AnArticle.Noon));
        var query = new ArticleQuery { Text = Searching.Typed("bridge", null) };

        Assert.Equal(["text", "title"], (await search.FindAsync(query)).Select(hit => hit.ArticleId));
        Assert.Equal(["title", "text"], (await search.FindAsync(query with { Order = ArticleOrder.Relevance })).Select(hit => hit.ArticleId));
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

        Assert.Empty(await IdsAsync(search, new ArticleQuery { Text = Searching.Typed("lighthouse", null) }));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery { Text = Searching.Typed("windmill", null) }));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery()));
        Assert.Equal(["revised"], await IdsAsync(search, new ArticleQuery { StoryId = "story-1" }));
    }

    [Fact]
    public async Task A_newer_decision_on_the_revision_shown_makes_it_a_duplicate()
    {
        var search = await CreateAsync(AnArticle.Enriched("first"), AnArticle.Enriched("copy"), AnArticle.Enriched("copy", storyVersion: 9) with { DuplicateOf = "first" });

        Assert.Equal(["first"], await IdsAsync(search, new ArticleQuery { WithDuplicates = false }));
    }

    [Fact]
    public async Task A_newer_decision_on_the_revision_shown_leaves_it_to_be_found_by_the_words_and_names_that_it_has()
    {
        var search = await CreateAsync(
            AnArticle.Enriched("a", title: "Windmill", entities: [new Entity("Ada Lindqvist", "PER", [])]),
            AnArticle.Enriched("a", title: "Lighthouse", storyVersion: 9, entities: [new Entity("Harbour Board", "ORG", [])]));

        Assert.Equal(["a"], await IdsAsync(search, new ArticleQuery { Text = Searching.Typed("windmill", null), Entity = "Ada Lindqvist" }));
        Assert.Empty(await IdsAsync(search, new ArticleQuery { Text = Searching.Typed("lighthouse", null) }));
        Assert.Empty(await IdsAsync(search, new ArticleQuery { Entity = "Harbour Board" }));
    }

    [Fact]
    public async Task Reads_bodies_only_when_asked()
    {
        var search = await CreateAsync(AnArticle.Enriched("a"));

        var head = await search.FindAsync(new ArticleQuery());
        var whole = await search.FindAsync(new ArticleQuery { WithBody = true });

        Assert.Empty(head[0].Content.Body);
        Assert.Single(whole[0].Content.Body);
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

    /// <summary>An engine that holds these changes, put in that order.</summary>
    private protected abstract Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes);

    private Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleEnriched> articles) => CreateAsync([.. articles.Select(ArticleChange (article) => AnArticle.Change(article))]);

    private static async Task<IEnumerable<string>> IdsAsync(IArticleSearch search, ArticleQuery query) =>
        (await search.FindAsync(query)).Select(hit => hit.ArticleId).Order();
}
