using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class ArticleExtractorTests
{
    private static readonly Uri Page = new("https://quay.example/news/2025/03/ferry");

    private const string First = "Паром «Чайка» снова ходит между берегами, сообщила администрация порта, и билеты уже продают в кассах.";
    private const string Second = "Ремонт занял год: меняли двигатель, винты и обшивку, а заодно расширили палубу для машин.";
    private const string Third = "По словам капитана, первый рейс был полон, хотя на реке стоял туман и дул сильный ветер.";

    [Theory]
    [InlineData("<p><b>Читайте также:</b> <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></p>")]
    [InlineData("<p>По теме: <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></p>")]
    [InlineData("<div>Ранее: <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></div>")]
    [InlineData("<p>Читайте також: <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></p>")]
    [InlineData("<p>До теми: <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></p>")]
    [InlineData("<p>Read also: <a href='/news/a'>Мост закрыли на ремонт до самой весны</a></p>")]
    [InlineData("<h3>Related</h3><ul><li><a href='/news/a'>Мост закрыли на ремонт до самой весны</a></li></ul>")]
    [InlineData("<aside><h4>Смотрите также</h4><a href='/news/a'>Мост закрыли на ремонт до самой весны</a></aside>")]
    public void A_pointer_to_another_article_in_mid_text_is_related_and_no_body(string line)
    {
        var article = Extract($"<p>{First}</p><p>{Second}</p>{line}<p>{Third}</p>");

        Assert.Equal([First, Second, Third], article.Body.Select(block => block.Text));
        var entry = Assert.Single(article.Related);
        Assert.Equal(("Мост закрыли на ремонт до самой весны", "https://quay.example/news/a"), (entry.Headline, entry.Url));
    }

    [Theory]
    [InlineData("<div class='share-bar'><a href='#'>Поделиться</a> <a href='#'>Facebook</a></div>")]
    [InlineData("<div class='newsletter'><p>Подпишитесь на нашу рассылку, и новости придут утром, до завтрака.</p></div>")]
    [InlineData("<p>Подписывайтесь на <a href='https://t.example/quay'>наш канал</a>!</p>")]
    [InlineData("<p>Підтримайте редакцію: <a href='/donate'>стати другом</a></p>")]
    [InlineData("<p>Если вы нашли ошибку, выделите её и нажмите Ctrl+Enter.</p>")]
    [InlineData("<p>Теги: <a href='/t/1'>порт</a>, <a href='/t/2'>паром</a></p>")]
    [InlineData("<p>© 2025 «Причал». Все права защищены.</p>")]
    [InlineData("<div class='author-bio'><p>Анна Пирс пишет о порте и о реке, любит долгие разговоры, туман и чай.</p></div>")]
    [InlineData("<div class='comments'><h3>Комментарии</h3><p>Ездил вчера, всё понравилось, но билет дорогой, и ждать пришлось долго.</p></div>")]
    [InlineData("<nav><a href='/a'>Город</a> <a href='/b'>Порт</a></nav>")]
    [InlineData("<div class='adv'><p>Реклама. Окна со скидкой, звоните сегодня, мастер приедет завтра.</p></div>")]
    [InlineData("<p style='display: none'>Спрятанный текст, который никто на странице не видит, и видеть не должен.</p>")]
    [InlineData("<div hidden><p>Спрятанный текст, который никто на странице не видит, и видеть не должен.</p></div>")]
    [InlineData("<div class='cookie-notice'><p>Мы используем файлы cookie, чтобы сайт работал, и просим согласия.</p></div>")]
    public void Page_furniture_is_no_body(string furniture)
    {
        var article = Extract($"<p>{First}</p><p>{Second}</p><p>{Third}</p>{furniture}");

        Assert.Equal([First, Second, Third], article.Body.Select(block => block.Text));
    }

    [Fact]
    public void Each_kind_of_block_keeps_its_kind()
    {
        var article = Extract($"""
            <p>{First}</p><h2>Что дальше</h2><blockquote><p>{Second}</p></blockquote><ul><li>касса на левом берегу</li><li>касса на правом берегу</li></ul>
            <figure><img src="/i/ferry.jpg" width="800"><figcaption>Паром у причала. <i>Фото порта</i></figcaption></figure>
            <table><tr><th>Рейс</th><th>Час</th></tr><tr><td>Первый</td><td>8:00</td></tr></table><iframe src="https://video.example/1"></iframe><p>{Third}</p>
            """);

        Assert.Equal(
            [BlockTypes.Paragraph, BlockTypes.Heading, BlockTypes.Quote, BlockTypes.List, BlockTypes.Image, BlockTypes.Table, BlockTypes.Embed, BlockTypes.Paragraph],
            article.Body.Select(block => block.Type));
        Assert.Equal(2, article.Body[1].Level);
        Assert.Equal("касса на левом берегу\nкасса на правом берегу", article.Body[3].Text);
        Assert.Equal(("Паром у причала. Фото порта", "https://quay.example/i/ferry.jpg"), (article.Body[4].Text, article.Body[4].Url));
        Assert.Equal("Рейс | Час\nПервый | 8:00", article.Body[5].Text);
        Assert.Equal("https://video.example/1", article.Body[6].Url);
    }

    [Fact]
    public void A_post_of_a_social_network_is_an_embed_and_no_quotation()
    {
        var article = Extract($"<p>{First}</p><blockquote class='twitter-tweet'><p>Паром снова с нами, ура!</p><a href='https://posts.example/1'>14 марта</a></blockquote><p>{Second}</p><p>{Third}</p>");

        Assert.Equal((BlockTypes.Embed, "https://posts.example/1"), (article.Body[1].Type, article.Body[1].Url));
    }

    [Fact]
    public void A_figure_without_a_picture_gives_what_it_holds()
    {
        var article = Extract($"<p>{First}</p><figure><blockquote><p>{Second}</p></blockquote></figure><p>{Third}</p>");

        Assert.Equal([(BlockTypes.Paragraph, First), (BlockTypes.Quote, Second), (BlockTypes.Paragraph, Third)], article.Body.Select(block => (block.Type, block.Text)));
    }

    [Fact]
    public void A_note_about_the_author_under_the_text_is_no_body()
    {
        var article = ArticleExtractor.Extract($"<html><head><title>Паром вернулся</title><meta name='author' content='Анна Пирс'></head><body><article><p>{First}</p><p>{Second}</p><p>{Third}</p><p>Анна Пирс пишет о порте и о реке.</p></article></body></html>", Page);

        Assert.Equal([First, Second, Third], article.Body.Select(block => block.Text));
    }

    [Fact]
    public void A_standfirst_repeated_as_the_first_paragraph_stands_once()
    {
        var article = ArticleExtractor.Extract($"<html><body><article><h1>Паром вернулся</h1><p class='lead'>{First}</p><div class='text'><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article></body></html>", Page);

        Assert.Equal([First, Second, Third], article.Body.Select(block => block.Text));
    }

    [Fact]
    public void Texts_carry_no_markup_and_no_surplus_white_space()
    {
        var article = Extract($"<p>{First}</p><p>Пере\u00ADправа&nbsp;&nbsp; <b>от\u200Bкрыта</b>\n\t с <a href='/x'>понедельника</a>, сказали в порту, и работает до ночи.</p><p>{Third}</p>");

        Assert.Equal("Переправа открыта с понедельника, сказали в порту, и работает до ночи.", article.Body[1].Text);
    }

    [Fact]
    public void Line_breaks_part_paragraphs_where_the_page_has_no_other()
    {
        var article = Extract($"{First}<br><br>{Second}<br>\n<br>{Third}");

        Assert.Equal([First, Second, Third], article.Body.Select(block => block.Text));
    }

    [Fact]
    public void The_declared_body_serves_when_the_page_draws_its_text_by_script()
    {
        var article = ArticleExtractor.Extract($$"""
            <html><head><title>Паром вернулся</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Паром вернулся","articleBody":"{{First}}\n\n{{Second}}"}</script></head>
            <body><div id="app"></div></body></html>
            """, Page);

        Assert.Equal([First, Second], article.Body.Select(block => block.Text));
        Assert.Equal(ExtractionMethods.StructuredData, article.Method);
    }

    [Theory]
    [InlineData("<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing the site.</p></body></html>", true)]
    [InlineData("<html><body><form id='challenge-form'><input></form><p>Подтвердите, что вы не робот</p></body></html>", true)]
    [InlineData("<html><body><ul><li><a href='/a'>Город</a></li><li><a href='/b'>Порт</a></li></ul></body></html>", false)]
    [InlineData(" ", false)]
    public void A_page_without_an_article_is_refused_in_one_sentence(string html, bool isBotWall)
    {
        var error = Assert.Throws<UnreadableArticleException>(() => ArticleExtractor.Extract(html, Page));

        Assert.Equal(isBotWall, error.IsBotWall);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_nested_without_end_is_refused_before_it_costs_anything()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 200_000)) + First;

        Assert.Contains("nests", Assert.Throws<UnreadableArticleException>(() => ArticleExtractor.Extract(html, Page)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_of_countless_blocks_is_cut_at_the_limit()
    {
        var paragraphs = string.Concat(Enumerable.Range(0, ExtractionLimits.MaxBlocks + 50).Select(number => $"<p>Рейс номер {number} вышел вовремя, сообщил порт, и пришёл без опоздания.</p>"));

        Assert.Equal(ExtractionLimits.MaxBlocks, Extract(paragraphs).Body.Count);
    }

    private static ExtractedArticle Extract(string body) =>
        ArticleExtractor.Extract($"<html lang='ru'><head><title>Паром вернулся</title></head><body><h1>Паром вернулся</h1><div class='story'>{body}</div></body></html>", Page);
}
