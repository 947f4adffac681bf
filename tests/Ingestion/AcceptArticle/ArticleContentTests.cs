using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

/// <summary>What of a reading goes into the stored article.</summary>
public sealed class ArticleContentTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 19, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Keeps_subtitle_tags_pay_wall_and_how_it_was_read()
    {
        var reading = AnArticle.Reading("https://news.example/pier");
        var content = ArticleAcceptance.ContentOf(
            reading with { Article = reading.Article with { Subtitle = "At last", Tags = ["pier"], IsPaywalled = true, Method = ExtractionMethods.Blocks, Confidence = 0.8, Fields = new Dictionary<string, string> { ["title"] = FieldOrigins.Embedded } }, SectionHint = "City" },
            AnArticle.SomeTime);

        Assert.Equal(("At last", "pier", true), (content.Subtitle, Assert.Single(content.Tags), content.IsPaywalled));
        Assert.Equal((ExtractionMethods.Blocks, 0.8, FieldOrigins.Embedded, FieldOrigins.List), (content.Provenance!.Method, content.Provenance.Confidence, content.Provenance.Fields["title"], content.Provenance.Fields["section"]));
    }

    [Theory]
    [InlineData(DateSources.JsonLd, DatePrecisions.Second, DateSources.JsonLd)]
    [InlineData(DateSources.Printed, DatePrecisions.Minute, DateSources.Printed)]
    [InlineData(DateSources.Printed, DatePrecisions.Day, DateSources.List)]
    [InlineData(DateSources.Relative, DatePrecisions.Minute, DateSources.List)]
    public void The_time_of_the_list_goes_before_a_guess_and_a_bare_day_only(string source, string precision, string expected)
    {
        var reading = AnArticle.Reading("https://news.example/pier");
        var content = ArticleAcceptance.ContentOf(
            reading with { Article = reading.Article with { PublishedAt = Day, PublishedFrom = new DateProvenance(source, precision, ZoneKnown: true) }, PublishedAtHint = Day.AddHours(9) },
            AnArticle.SomeTime);

        Assert.Equal((expected, expected == DateSources.List ? Day.AddHours(9) : Day), (content.Provenance!.PublishedAt!.Source, content.PublishedAt));
    }

    [Fact]
    public void A_new_subtitle_is_a_change_and_none_leaves_the_hash_as_earlier_versions_made_it()
    {
        var article = AnArticle.Extracted("Pier is mended");

        Assert.NotEqual(ContentHash.Of(article, null), ContentHash.Of(article with { Subtitle = "At last" }, null));
        Assert.Equal("b1ce3071529adfee331c87b5e1532e66", ContentHash.Of(article, null));
    }

    [Fact]
    public void A_push_names_subtitle_tags_and_pay_wall()
    {
        var pushed = JsonArticleReader.Read("""{"title":"Pier is mended","subtitle":"At last","text":"The harbour council agreed to mend the pier.","tags":["pier","port"],"paywalled":true,"publishedAt":"2026-11-19T14:05:00+02:00"}"""u8.ToArray()).Article;

        Assert.Equal(("At last", "pier,port", true), (pushed.Subtitle, string.Join(',', pushed.Tags), pushed.IsPaywalled));
        Assert.Equal((FieldOrigins.Push, new DateProvenance(DateSources.Push, DatePrecisions.Second, ZoneKnown: true)), (pushed.Fields["subtitle"], pushed.PublishedFrom));
        Assert.Contains("paywalled", Assert.Throws<UnreadableArticleException>(() => JsonArticleReader.Read("""{"title":"Pier","text":"Mended.","paywalled":"yes"}"""u8.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_alone_is_a_change_and_is_kept()
    {
        var reading = AnArticle.Reading("https://news.example/pier");
        var corrected = reading with { Article = reading.Article with { Correction = "An earlier version named another year." } };

        Assert.NotEqual(ContentHash.Of(reading.Article, null), ContentHash.Of(corrected.Article, null));
        Assert.NotEqual(ContentHash.Of(corrected.Article, null), ContentHash.Of(reading.Article with { Subtitle = corrected.Article.Correction }, null));
        Assert.Equal("An earlier version named another year.", ArticleAcceptance.ContentOf(corrected, AnArticle.SomeTime).Correction);
    }

    [Fact]
    public void A_push_names_what_was_put_right() =>
        Assert.Equal(
            "The pier is 90 m long.",
            JsonArticleReader.Read("""{"title":"Pier is mended","text":"The harbour council agreed to mend the pier.","correction":"The pier is 90 m long."}"""u8.ToArray()).Article.Correction);

    [Theory]
    [InlineData("""{"@type":"CorrectionComment","text":"The pier is 90 m long.","datePublished":"2026-11-20"}""", "The pier is 90 m long.")]
    [InlineData("\"The pier is <b>90 m</b> long.\"", "The pier is 90 m long.")]
    [InlineData("""["The pier is 90 m long.",{"@type":"CorrectionComment","text":"Its keeper is Ada Holm."}]""", "The pier is 90 m long. Its keeper is Ada Holm.")]
    [InlineData("\"https://post.example/corrections\"", null)]
    public void A_page_declares_what_was_put_right(string declared, string? expected)
    {
        var html = $$$"""<title>Pier is mended</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier is mended","correction":{{{declared}}}}</script><article><p>The harbour council agreed to mend the pier, and the first boats will land there again in spring, said its keeper on Friday.</p></article>""";

        Assert.Equal(expected, ArticleExtractor.Extract(html, pageUri: null).Correction);
    }
}
