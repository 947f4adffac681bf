using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class MetadataTests
{
    private static readonly Uri Page = new("https://quay.example/news/ferry?utm=1");

    private const string Body = "<p>The ferry between the two banks sails again from Monday, the port said, after a year of repairs and two delays.</p>";

    [Fact]
    public void Reads_the_article_out_of_a_json_ld_graph()
    {
        var article = Extract("""
            <meta property="og:site_name" content="Quay Post"><link rel="canonical" href="/news/ferry">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Quay Post"},{"@type":"Person","@id":"#ann","name":"Ann Pier"},
             {"@type":["NewsArticle"],"headline":"Ferry returns","articleSection":["Port"],"author":[{"@id":"#ann"},{"@type":"Person","name":"Bo Mole"}],
              "datePublished":"2025-03-14T09:30:00+02:00","dateModified":"2025-03-14T10:00:00+02:00","image":{"url":"/i/1.jpg"},"inLanguage":"en-GB"}]}</script>
            """);

        Assert.Equal(["Ann Pier", "Bo Mole"], article.Authors);
        Assert.Equal(("Ferry returns", "Port", "Quay Post", "en"), (article.Title, article.Section, article.SiteName, article.LanguageHint));
        Assert.Equal(new DateTimeOffset(2025, 3, 14, 9, 30, 0, TimeSpan.FromHours(2)), article.PublishedAt);
        Assert.Equal(new DateTimeOffset(2025, 3, 14, 10, 0, 0, TimeSpan.FromHours(2)), article.ModifiedAt);
        Assert.Equal(("https://quay.example/i/1.jpg", "https://quay.example/news/ferry"), (article.Image, article.CanonicalUrl));
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"author\":{\"name\":\"Ann Pier\"},}")]
    [InlineData("<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"author\":{\"name\":\"Ann Pier\"}} -->")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\nreturns\",\"author\":{\"name\":\"Ann Pier\"}}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"author\":{\"name\":\"Ann Pier\"")]
    [InlineData("[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry \\_returns\",\"author\":\"Ann Pier\"}]")]
    public void Survives_the_json_ld_that_publishers_break(string json) =>
        Assert.Equal(["Ann Pier"], Extract($"<title>Ferry returns</title><script type='application/ld+json'>{json}</script>").Authors);

    [Theory]
    [InlineData("{\"headline\":\"\\ud800\",\"@type\":\"NewsArticle\"}")]
    [InlineData("no json at all")]
    [InlineData("{\"@type\":7,\"author\":[[[[]]]]}")]
    public void Goes_on_without_json_ld_that_cannot_be_read(string json) =>
        Assert.Equal("Ferry returns", Extract($"<title>Ferry returns</title><script type='application/ld+json'>{json}</script>").Title);

    [Theory]
    [InlineData("Ferry returns | Quay Post", "Quay Post", "Ferry returns")]
    [InlineData("Ferry returns — Quay Post", "Quay Post", "Ferry returns")]
    [InlineData("Quay Post: Ferry returns", "Quay Post", "Quay Post: Ferry returns")]
    [InlineData("Ferry returns - says the port", "Quay Post", "Ferry returns - says the port")]
    [InlineData("Паром «Чайка» — Причал", "Причал", "Паром «Чайка»")]
    public void The_title_goes_without_the_name_of_the_site(string printed, string site, string title) =>
        Assert.Equal(title, Extract($"<title>{printed}</title><meta property='og:site_name' content='{site}'>").Title);

    [Theory]
    [InlineData("<h1><span>Opinion</span> Ferries are a promise, not a favour</h1>", "Ferries are a promise, not a favour", "Ferries are a promise, not a favour")]
    [InlineData("<h1>Порт | Паром вернулся после года ремонта</h1>", "Паром вернулся после года ремонта", "Паром вернулся после года ремонта")]
    [InlineData("<h1>Chaos as the ferry returns</h1>", "Ferry returns", "Chaos as the ferry returns")]
    [InlineData("<h1>Port of Quay: ferry returns after a year</h1>", "Port of Quay: ferry returns after a year", "Port of Quay: ferry returns after a year")]
    [InlineData("<h1><span>Портова хроніка</span>Пором повернувся</h1>", "Пором повернувся до порту", "Портова хроніка Пором повернувся")]
    public void The_line_over_the_headline_is_no_part_of_it_where_the_page_declares_the_headline_alone(string printed, string declared, string title) =>
        Assert.Equal(title, Extract($"<meta property='og:title' content='{declared}'><title>{declared}</title>{printed}").Title);

    [Fact]
    public void The_base_element_decides_where_relative_addresses_lead() =>
        Assert.Equal("https://cdn.example/x/1.jpg", Extract("<title>Ferry returns</title><base href='https://cdn.example/x/'><meta property='og:image' content='1.jpg'>").Image);

    [Fact]
    public void A_date_printed_beside_the_headline_is_found_without_markup()
    {
        var article = ArticleExtractor.Extract($"<body><div><h1>Паром вернулся</h1><div>14 марта 2025, 08:05</div></div><div>{Body}</div></body>", Page);

        Assert.Equal(new DateTime(2025, 3, 14, 8, 5, 0), article.PublishedAt?.DateTime);
    }

    [Theory]
    [InlineData("By Ann Pier and Bo Mole", new[] { "Ann Pier", "Bo Mole" })]
    [InlineData("Автор: Анна Пирс, Борис Мол", new[] { "Анна Пирс", "Борис Мол" })]
    [InlineData("https://quay.example/authors/ann", new string[0])]
    public void A_byline_becomes_names(string byline, string[] names) =>
        Assert.Equal(names, Extract($"<title>Ferry returns</title><meta name='author' content='{byline}'>").Authors);

    [Fact]
    public void Related_entries_keep_section_time_and_teaser()
    {
        var article = ArticleExtractor.Extract($"""
            <body><h1>Паром вернулся</h1><div class="text">{Body}{Body.Replace("Monday", "Friday", StringComparison.Ordinal)}</div>
            <div class="related"><div>Статьи</div>
            <div class="item"><div>Город</div><div>22.11.2024</div><div>14:00</div><div><a href="/a">Мосты над рекой: чинить или строить?</a></div><div>Ремонт старого моста обойдётся в 3-4 млн. Речь о левом береге.</div></div>
            <div class="item"><div>Море</div><div>21.11.2024</div><div>19:00</div><div><a href="/b">У ледоколов нет запаса хода</a></div></div></div></body>
            """, Page);

        Assert.Equal(["Город", "Море"], article.Related.Select(entry => entry.Section));
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 0, 0, TimeSpan.Zero), article.Related[0].PublishedAt);
        Assert.Equal(["Ремонт старого моста обойдётся в 3-4 млн. Речь о левом береге.", null], article.Related.Select(entry => entry.Teaser));
    }

    [Theory]
    [InlineData("2025-03-14T08:30:12Z", "2025-03-14T10:30:12+02:00", "2025-03-14T10:30:12+02:00")]
    [InlineData("2025-03-14T23:30:12Z", "2025-03-15 01:30:12", "2025-03-15T01:30:12+02:00")]
    [InlineData("2025-03-14T08:30:12Z", "2025-03-14T10:41:12+02:00", "2025-03-14T08:30:12+00:00")]
    [InlineData("2025-03-14T08:30:00Z", "2025-03-14 10:30:00", "2025-03-14T08:30:00+00:00")]
    public void A_declared_instant_gets_the_zone_in_which_the_page_writes_it_elsewhere(string declared, string printed, string published)
    {
        var article = Extract($"<title>Ferry returns</title><meta property='article:published_time' content='{declared}'><meta name='printed' content='{printed}'>");

        Assert.Equal(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), article.PublishedAt);
        Assert.Equal(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture).Offset, article.PublishedAt?.Offset);
    }

    [Theory]
    [InlineData("Ann Pier, Twitter", "Ann Pier")]
    [InlineData("Ann Pier, Senior correspondent, Bo Mole", "Ann Pier|Bo Mole")]
    [InlineData("Анна Пирс, корреспондент отдела порта", "Анна Пирс")]
    [InlineData("Quay staff reporter", "Quay staff reporter")]
    [InlineData("Ann Pier as told to Bo Mole", "Ann Pier|Bo Mole")]
    public void Offices_and_networks_are_no_authors_beside_a_name(string byline, string authors)
    {
        var article = Extract($"<title>Ferry returns</title><meta name='author' content='{byline}'>");

        Assert.Equal(authors.Split('|'), article.Authors);
    }

    [Fact]
    public void A_page_that_calls_itself_no_article_is_as_old_as_its_web_page()
    {
        var article = Extract("""
            <title>Ferry returns</title>
            <script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2025-03-14T09:30:00+00:00"},{"@type":"WebSite","name":"Quay Post"}]}</script>
            """ + "<div class='teaser'><time datetime='2025-06-01'>1 June</time></div>");

        Assert.Equal(new DateTimeOffset(2025, 3, 14, 9, 30, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Fact]
    public void Keeps_the_second_headline_the_keywords_and_the_wall_that_the_page_declares()
    {
        var article = Extract("""
            <title>Ferry returns</title><meta property="article:tag" content="Ferry"><meta property="article:tag" content="River, Port"><meta name="keywords" content="other">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns","alternativeHeadline":"After a year of repairs","isAccessibleForFree":"False"}</script>
            """);

        Assert.Equal("After a year of repairs", article.Subtitle);
        Assert.Equal(["Ferry", "River", "Port"], article.Tags);
        Assert.True(article.IsPaywalled);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\",\"isAccessibleForFree\":true}</script>", false)]
    [InlineData("<meta property='article:content_tier' content='free'>", false)]
    [InlineData("<meta property='article:content_tier' content='metered'>", true)]
    public void A_page_is_behind_a_wall_only_when_it_says_so(string head, bool paywalled) =>
        Assert.Equal(paywalled, Extract("<title>Ferry returns</title>" + head).IsPaywalled);

    private static ExtractedArticle Extract(string head) =>
        ArticleExtractor.Extract($"<html><head>{head}</head><body><article>{Body}</article></body></html>", Page);
}
