using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>Where a published time was found, how exactly, and dates that are told from the day of reading.</summary>
public sealed class PublishedDateTests
{
    private static readonly Uri Page = new("https://pristan.example/news/ferry");

    private static readonly DateTimeOffset ReadAt = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private const string Body = "<p>Паром между двумя берегами снова ходит с понедельника, сообщил порт, после года ремонта и двух отсрочек.</p>";

    [Theory]
    [InlineData("<script type='application/ld+json'>{'@type':'NewsArticle','datePublished':'2026-11-19T14:05:30+02:00'}</script>", DateSources.JsonLd, DatePrecisions.Second, true)]
    [InlineData("<meta property='article:published_time' content='2026-11-19T14:05'>", DateSources.Meta, DatePrecisions.Minute, false)]
    [InlineData("<meta name='date' content='2026-11-19'>", DateSources.Meta, DatePrecisions.Day, false)]
    [InlineData("<meta itemprop='datePublished' content='1795000000'>", DateSources.Meta, DatePrecisions.Second, true)]
    public void Says_where_a_declared_time_stands_and_how_exact_it_is(string head, string source, string precision, bool zoneKnown) =>
        Assert.Equal(new DateProvenance(source, precision, zoneKnown), Read(head.Replace('\'', '"'), "").PublishedFrom);

    [Theory]
    [InlineData("2024-11-12", "2026-11-14T09:00:00Z", "<p>Обновлено 14 ноября 2026</p>", "2026-11-14", DateSources.Anew)] // comes out again each winter
    [InlineData("2024-11-12", "2026-11-14T09:00:00Z", "<p>14 ноября 2026</p><p>Впервые: 12 ноября 2024</p>", "2024-11-12", DateSources.JsonLd)] // shows both
    [InlineData("2024-11-12", "2026-11-14T09:00:00Z", "<p>Порт</p>", "2024-11-12", DateSources.JsonLd)] // shows none
    [InlineData("2026-11-12", "2026-11-14T09:00:00Z", "<p>Обновлено 14 ноября 2026</p>", "2026-11-12", DateSources.JsonLd)] // a story that runs on
    [InlineData("2024-11-12", "2026-11-14T09:00:00Z", "<p>20 ноября 2026</p>", "2024-11-12", DateSources.JsonLd)] // today's date over the page
    public void A_page_that_shows_only_the_day_of_its_new_edition_is_of_that_day(string published, string modified, string printed, string expected, string source)
    {
        var article = Read($$"""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"{{published}}T08:00:00Z","dateModified":"{{modified}}"}</script>""", printed);

        Assert.Equal((expected, source), (article.PublishedAt!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), article.PublishedFrom!.Source));
        Assert.Equal(DateTimeOffset.Parse(modified, System.Globalization.CultureInfo.InvariantCulture), article.ModifiedAt);
    }

    [Fact]
    public void A_time_that_is_only_printed_has_no_zone() =>
        Assert.Equal(new DateProvenance(DateSources.Printed, DatePrecisions.Minute, ZoneKnown: false), Read("", "<p>19 ноября 2026, 14:05</p>").PublishedFrom);

    [Theory]
    [InlineData("вчера, 14:05", "2026-11-19T14:05:00Z", DatePrecisions.Minute)]
    [InlineData("Вчора о 19:30", "2026-11-19T19:30:00Z", DatePrecisions.Minute)]
    [InlineData("yesterday at 5pm", "2026-11-19T17:00:00Z", DatePrecisions.Minute)]
    [InlineData("2 години тому", "2026-11-20T10:00:00Z", DatePrecisions.Hour)]
    [InlineData("Опубликовано 15 минут назад", "2026-11-20T11:45:00Z", DatePrecisions.Minute)]
    [InlineData("3 days ago", "2026-11-17T12:00:00Z", DatePrecisions.Day)]
    [InlineData("2 недели назад", "2026-11-06T12:00:00Z", DatePrecisions.Day)]
    [InlineData("сьогодні", "2026-11-20T00:00:00Z", DatePrecisions.Day)]
    [InlineData("щойно", "2026-11-20T12:00:00Z", DatePrecisions.Minute)]
    public void A_date_told_from_today_is_counted_from_when_the_page_was_read(string printed, string expected, string precision)
    {
        var article = Read("", $"<p class='when'>{printed}</p>");

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), article.PublishedAt);
        Assert.Equal((DateSources.Relative, precision), (article.PublishedFrom!.Source, article.PublishedFrom.Precision));
    }

    [Theory]
    [InlineData("вчера, 14:05", "2026-11-19T14:05:00+02:00", DateSources.Relative)]
    [InlineData("сегодня, 13:40", "2026-11-20T13:40:00+02:00", DateSources.Relative)]
    [InlineData("19 ноября 2026, 14:05", "2026-11-19T14:05:00+02:00", DateSources.Printed)]
    [InlineData("19 июля 2026, 14:05", "2026-07-19T14:05:00+03:00", DateSources.Printed)]
    public void A_time_without_a_zone_is_told_by_the_clock_of_its_source(string printed, string expected, string source)
    {
        var article = Read("", $"<p class='when'>{printed}</p>", SourceZone.Of(timeZone: null, "UA"));

        Assert.Equal(expected, article.PublishedAt!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new DateProvenance(source, DatePrecisions.Minute, ZoneKnown: true), article.PublishedFrom);
    }

    [Fact]
    public void The_clock_of_the_source_says_nothing_against_a_zone_on_the_page_nor_of_a_day_without_a_time()
    {
        var kyiv = SourceZone.Of("Europe/Kyiv", country: null);

        Assert.Equal(new DateTimeOffset(2026, 11, 19, 14, 5, 0, TimeSpan.Zero), Read("<meta name='date' content='2026-11-19T14:05Z'>", "", kyiv).PublishedAt);
        Assert.Equal(new DateProvenance(DateSources.Meta, DatePrecisions.Day, ZoneKnown: false), Read("<meta name='date' content='2026-11-19'>", "", kyiv).PublishedFrom);
    }

    [Theory]
    [InlineData("Берег сегодня")]
    [InlineData("Harbour today")]
    [InlineData("Паромы и пристани")]
    public void A_name_with_the_word_today_in_it_is_no_date(string printed) => Assert.Null(Read("", $"<p>{printed}</p>").PublishedAt);

    [Fact]
    public void Nothing_is_told_from_today_when_nobody_noted_when_the_page_was_read() =>
        Assert.Null(ArticleExtractor.Extract(Html("", "<p>вчера, 14:05</p>"), Page).PublishedAt);

    [Fact]
    public void A_time_of_today_that_has_not_come_yet_is_no_later_than_the_reading()
    {
        var article = Read("", "<p>сегодня, 14:05</p>");

        Assert.Equal((ReadAt, DatePrecisions.Hour), (article.PublishedAt, article.PublishedFrom!.Precision));
    }

    [Fact]
    public void Any_date_wins_over_one_told_from_today() =>
        Assert.Equal(DateSources.Meta, Read("<meta name='date' content='2026-11-18'>", "<p>вчера, 14:05</p>").PublishedFrom!.Source);

    private static ExtractedArticle Read(string head, string line, TimeZoneInfo? zone = null) => ArticleExtractor.Extract(Html(head, line), Page, new PageReading(ReadAt, Zone: zone));

    private static string Html(string head, string line) => $"<html><head><title>Паром вернулся</title>{head}</head><body><main><article><h1>Паром вернулся</h1>{line}<div>{Body}</div></article></main></body></html>";
}
