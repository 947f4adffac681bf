using System.Text;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ReadFeed;

public sealed class ListingPageReaderTests
{
    private static readonly Uri Page = new("https://kurier.example/news/");
    private static readonly DateTimeOffset Now = new(2024, 11, 22, 16, 0, 0, TimeSpan.FromHours(3));

    private const string Furniture = """
        <html lang="ru"><head><title>Все статьи</title></head><body>
        <nav><a href="/politics/archive">Политика и общество нашего края</a><a href="/money/archive">Экономика, деньги и рынки</a><a href="/s">Спорт высоких достижений края</a></nav>
        <div class="ad"><a href="https://other.example/1">Окна со скидкой, замер бесплатно, звоните</a></div>
        """;

    private const string Tail = "<aside><ul><li><a href='/p/1'>Популярное: короткая заметка</a></li><li><a href='/p/2'>Популярное: другая заметка</a></li><li><a href='/p/3'>Популярное: третья заметка</a></li></ul></aside>"
        + "<footer><a href='/about'>О редакции и правила перепечатки</a></footer></body></html>";

    [Fact]
    public void Finds_the_cards_of_a_page_by_itself()
    {
        var feed = Read(Furniture + Card(1, "Страна", "22.11.2024", "14:00") + Card(2, "Мир", "21.11.2024", "19:30") + Card(3, "Спорт", "20.11.2024", "08:05") + Tail);

        Assert.Equal(("listing", "Все статьи", "ru", 3), (feed.Format, feed.Title, feed.Language, feed.Items.Count));
        var item = feed.Items[0];
        Assert.Equal("https://kurier.example/news/1.html", item.Link);
        Assert.Equal("Заголовок номер 1: мост через реку открыт", item.Title);
        Assert.Equal(["Страна"], item.Categories);
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 0, 0, TimeSpan.Zero), item.PublishedAt);
        Assert.Equal("Анонс статьи 1, в котором сказано, о чём она и почему её стоит читать.", item.Summary);
        Assert.Equal("https://kurier.example/img/1.jpg", item.Image);
    }

    [Fact]
    public void Reads_a_list_that_has_no_box_around_its_entries()
    {
        var entries = string.Concat(Enumerable.Range(1, 4).Select(number =>
            $"<p>Страна</p><p>2{number}.11.2024</p><p>14:0{number}</p><h3><a href='/a/{number}'>Металлургия края: вверх или вниз, часть {number}</a></h3><p>При ухудшении поставок угля выплавка может сократиться, часть {number}.</p>"));

        var feed = Read($"{Furniture}<main><h2>Статьи</h2>{entries}<p>Все статьи</p></main>{Tail}");

        Assert.Equal(4, feed.Items.Count);
        Assert.All(feed.Items, item => Assert.Equal(["Страна"], item.Categories));
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 2, 0, TimeSpan.Zero), feed.Items[1].PublishedAt);
        Assert.StartsWith("При ухудшении поставок", feed.Items[3].Summary, StringComparison.Ordinal);
        Assert.EndsWith("часть 4.", feed.Items[3].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_cards_that_are_one_link_each_and_dates_in_words()
    {
        var entries = string.Concat(Enumerable.Range(1, 3).Select(number =>
            $"<a class='card' href='/a/{number}'><span class='rubric'>Мир</span><h3>Переговоры продолжены, раунд {number}</h3><span>{(number == 1 ? "сегодня, 14:05" : $"{number} ноября 2024, 09:00")}</span></a>"));

        var feed = Read($"{Furniture}<div>{entries}</div>{Tail}");

        Assert.Equal("Переговоры продолжены, раунд 1", feed.Items[0].Title);
        Assert.Equal(["Мир"], feed.Items[0].Categories);
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 5, 0, TimeSpan.FromHours(3)), feed.Items[0].PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 11, 2, 9, 0, 0, TimeSpan.Zero), feed.Items[1].PublishedAt);
    }

    [Fact]
    public void Prefers_the_machine_readable_time_and_takes_a_lone_later_hour_for_yesterday()
    {
        string Entry(int number, string time) => $"<li class='i'>{time} <a href='/a/{number}'>Короткая новость ленты под номером {number}</a></li>";

        var feed = Read(Furniture + "<ul>" + Entry(1, "<time datetime='2024-11-22T15:59:00+03:00'>15:59</time>") + Entry(2, "<span>12:30</span>") + Entry(3, "<span>23:50</span>") + "</ul>" + Tail);

        Assert.Equal(new DateTimeOffset(2024, 11, 22, 15, 59, 0, TimeSpan.FromHours(3)), feed.Items[0].PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 12, 30, 0, TimeSpan.FromHours(3)), feed.Items[1].PublishedAt);
        Assert.Equal(new DateTimeOffset(2024, 11, 21, 23, 50, 0, TimeSpan.FromHours(3)), feed.Items[2].PublishedAt);
    }

    [Fact]
    public void Goes_by_the_selectors_where_they_are_given()
    {
        var selectors = new ListingSelectors("div.row", Headline: "b", Link: "a.more", Section: ".where", Date: ".when,.hour", Teaser: "i");

        var feed = Read("<div class='row'><b>Кратко</b><i>Анонс</i><u class='where'>Край</u><u class='when'>22.11.2024</u><u class='hour'>14:00</u><a class='more' href='7'>…</a></div>", selectors);

        var item = Assert.Single(feed.Items);
        Assert.Equal(("Кратко", "Анонс", "https://kurier.example/news/7"), (item.Title, item.Summary, item.Link));
        Assert.Equal(["Край"], item.Categories);
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 0, 0, TimeSpan.Zero), item.PublishedAt);
    }

    [Theory]
    [InlineData("li[", "no valid CSS selector")]
    [InlineData("li.none", "matches no entry")]
    public void Names_the_selector_that_does_not_work(string selector, string reason)
    {
        var refusal = Assert.Throws<UnreadableFeedException>(() => Read("<ul><li><a href='/1'>x</a></li></ul>", new ListingSelectors(selector)));

        Assert.Contains(selector, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Одна статья и больше ничего.</p>")]
    [InlineData("")]
    public void Refuses_a_page_without_a_list(string body)
    {
        Assert.Throws<UnreadableFeedException>(() => Read(body));
    }

    [Fact]
    public void Reads_the_front_page_of_the_sample_edition()
    {
        var page = File.ReadAllBytes(Path.Combine(Repository.Root, "deploy", "samples", "edition", "kurier", "index.html"));

        var feed = ListingPageReader.Read(page, contentType: null, new Uri("http://kurier.localhost/"), Now);

        Assert.Equal(13, feed.Items.Count);
        Assert.All(feed.Items, item => Assert.True(item is { PublishedAt: not null, Summary.Length: > 30, Categories.Count: 1 }, item.Title));
    }

    [Fact]
    public void Reads_each_kind_by_its_own_reader()
    {
        Assert.Equal("rss", ListReader.Read("feed", "<rss version='2.0'/>"u8.ToArray(), contentType: null, Page, Now).Format);
        Assert.Equal("sitemap", ListReader.Read("sitemap", "<urlset/>"u8.ToArray(), contentType: null, Page, Now).Format);
        Assert.Throws<UnreadableFeedException>(() => ListReader.Read("feed", "<html/>"u8.ToArray(), contentType: null, Page, Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => ListReader.Read("page", "<html/>"u8.ToArray(), contentType: null, Page, Now));
    }

    private static string Card(int number, string section, string date, string time) =>
        $"""
        <div class="entry"><img src="/img/{number}.jpg"><div class="s">{section}</div><div class="d">{date}</div><div class="t">{time}</div>
        <div class="h"><a href="{number}.html">Заголовок номер {number}: мост через реку открыт</a></div>
        <div class="x">Анонс статьи {number}, в котором сказано, о чём она и почему её <a href="{number}.html">стоит</a> читать.</div></div>
        """;

    private static ParsedFeed Read(string html, ListingSelectors? selectors = null) =>
        ListingPageReader.Read(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Page, Now, selectors);
}
