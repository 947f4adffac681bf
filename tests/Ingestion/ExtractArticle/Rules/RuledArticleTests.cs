using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle.Rules;

/// <summary>Who wins, field by field: what a page declares, a publisher's rule, or the reader that knows no publisher.</summary>
public sealed class RuledArticleTests
{
    private const string One = "The ferry between the two banks sails again from Monday, the port said, after a year of repairs and two delays.";
    private const string Two = "The mayor, who had promised the ferry for the spring, was not on board when it left the quay for the first time.";

    private static readonly Uri Page = new("https://www.paper.example/a");

    private static readonly DateTimeOffset ReadAt = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private const string Html = $"""
        <html><head><title>Ferry sails</title>HEAD</head><body><main><h1>Ferry sails</h1><div class="kick">Port</div><h2 class="real">The ferry sails again</h2>
        <span class="who">Ann Pier</span><span class="when">19.11.2026 14:05</span><div class="ago">yesterday, 14:05</div>
        <div class="text"><p>{One}</p><p class="ad">Drink Lindmoor lemonade, the only one that is made by the river itself.</p><p>{Two}</p></div></main></body></html>
        """;

    private const string JsonLd = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","author":"The desk","datePublished":"2026-11-18T10:00:00Z"}</script>""";

    [Fact]
    public void A_rule_finds_what_the_page_does_not_declare()
    {
        var article = Read("""{"hosts":["paper.example"],"body":".text","drop":[".ad"],"date":".when","author":".who","section":".kick","zone":"Europe/Kyiv"}""");

        Assert.Equal((ExtractionMethods.PublisherRule, "paper"), (article.Method, article.Rule));
        Assert.Equal([One, Two], article.Body.Select(block => block.Text));
        Assert.Equal(("Ann Pier", "Port", new DateTimeOffset(2026, 11, 19, 14, 5, 0, TimeSpan.FromHours(2))), (Assert.Single(article.Authors), article.Section, article.PublishedAt));
        Assert.Equal(new DateProvenance(DateSources.Rule, DatePrecisions.Minute, ZoneKnown: true), article.PublishedFrom);
        Assert.Equal((FieldOrigins.Rule, FieldOrigins.Rule, FieldOrigins.Page), (article.Fields["authors"], article.Fields["section"], article.Fields["title"]));
        Assert.InRange(article.Confidence, 0.7, 1);
    }

    [Fact]
    public void What_the_page_declares_goes_before_the_rule()
    {
        var article = Read("""{"hosts":["paper.example"],"body":".text","title":".real","date":".when","author":".who"}""", JsonLd);

        Assert.Equal(("Ferry sails", "The desk", DateSources.JsonLd), (article.Title, Assert.Single(article.Authors), article.PublishedFrom!.Source));
        Assert.Equal(FieldOrigins.Embedded, article.Fields["authors"]);
    }

    [Fact]
    public void A_rule_may_go_before_declarations_that_are_wrong()
    {
        var article = Read("""{"hosts":["paper.example"],"body":".text","title":".real","date":".when","author":".who","first":["title","date","author"]}""", JsonLd);

        Assert.Equal(("The ferry sails again", "Ann Pier", DateSources.Rule), (article.Title, Assert.Single(article.Authors), article.PublishedFrom!.Source));
    }

    [Theory]
    [InlineData(".txt")]
    [InlineData(".who")]
    [InlineData(".kick, .real")]
    public void A_rule_that_finds_no_body_or_much_less_gives_way_and_is_named(string body)
    {
        var article = Read($$"""{"hosts":["paper.example"],"body":"{{body}}","author":".who"}""");

        Assert.Equal(("paper", ExtractionMethods.Blocks), (article.MissedRule, article.Method));
        Assert.Contains(Two, article.Body.Select(block => block.Text));
        Assert.Equal(("Ann Pier", "paper"), (Assert.Single(article.Authors), article.Rule));
    }

    [Fact]
    public void A_declared_text_that_the_page_does_not_show_goes_before_the_rule_and_one_that_is_a_teaser_does_not()
    {
        var more = string.Join("\\n", Enumerable.Range(0, 8).Select(i => $"Paragraph {i} of what only subscribers see, and it says much more than the page does about the ferry."));
        var rule = """{"hosts":["paper.example"],"body":".text"}""";

        var whole = Read(rule, $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","articleBody":"{{One}}\n{{Two}}\n{{more}}"}</script>""");
        var teaser = Read(rule, $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","articleBody":"{{One}} …"}</script>""");
        var ruled = Read("""{"hosts":["paper.example"],"body":".text","first":["body"]}""", $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","articleBody":"{{One}}\n{{Two}}\n{{more}}"}</script>""");

        Assert.Equal((ExtractionMethods.StructuredData, null, 10), (whole.Method, whole.MissedRule, whole.Body.Count));
        Assert.Equal((ExtractionMethods.PublisherRule, ExtractionMethods.PublisherRule), (teaser.Method, ruled.Method));
        Assert.Contains(Two, teaser.Body.Select(block => block.Text));
    }

    [Fact]
    public void A_date_told_from_today_is_told_by_the_publishers_clock()
    {
        var article = Read("""{"hosts":["paper.example"],"body":".text","date":".ago","zone":"Europe/Kyiv"}""");

        Assert.Equal(new DateTimeOffset(2026, 11, 19, 14, 5, 0, TimeSpan.FromHours(2)), article.PublishedAt);
        Assert.Equal(new DateProvenance(DateSources.Relative, DatePrecisions.Minute, ZoneKnown: true), article.PublishedFrom);
    }

    [Fact]
    public void Other_publishers_pages_are_read_without_it() =>
        Assert.Equal((ExtractionMethods.Blocks, null, null), Read("""{"hosts":["other.example"],"body":".text"}""") is var article ? (article.Method, article.Rule, article.MissedRule) : default);

    private static ExtractedArticle Read(string rule, string head = "") => ArticleExtractor.Extract(
        Html.Replace("HEAD", head, StringComparison.Ordinal),
        Page,
        new PageReading(ReadAt, PublisherRules.None.With([PublisherRuleFile.Read("paper.json", Encoding.UTF8.GetBytes(rule))])));
}
