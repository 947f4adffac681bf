using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class PlainTextArticleReaderTests
{
    private const string CopiedPage = """
        Порт Заречный готов снова принимать паромы - администрация

        Глава порта Олег Ветров провёл встречу с перевозчиками. Об этом пишет "Береговой вестник" со ссылкой на сайт порта. 

        Уточняется, что стороны «сверили расписание» после ремонта причала.

        Накануне порт предупредил о шторме.  

        Статьи

        Город
        22.11.2024
        14:00

        Мосты над рекой: чинить или строить?

        Ремонт старого моста обойдётся в 3-4 млн. Речь о левом береге.
        Море
        21.11.2024
        19:00

        Капитан Пётр Лоцман: У ледоколов нет запаса хода. Они идут на последнем топливе

        Ближе к зиме легче не стало, это однозначно. Я уверен, что навигация закроется в срок, что бы ни делали портовики.
        Город
        21.11.2024
        18:00

        «Маяк» или последний маяк?

        «Маяк» - это предел того, что умеет верфь.  Поэтому лучше, чтобы все верили, что он есть. Тем более, что таких "Маяков" всего...
        Все статьи
        """;

    private readonly ExtractedArticle _article = PlainTextArticleReader.Read(CopiedPage);

    [Fact]
    public void The_first_line_is_the_title() =>
        Assert.Equal("Порт Заречный готов снова принимать паромы - администрация", _article.Title);

    [Fact]
    public void The_body_is_the_paragraphs_and_nothing_of_the_list()
    {
        Assert.Equal(3, _article.Body.Count);
        Assert.All(_article.Body, block => Assert.Equal(BlockTypes.Paragraph, block.Type));
        Assert.StartsWith("Глава порта", _article.Body[0].Text, StringComparison.Ordinal);
        Assert.Equal("Накануне порт предупредил о шторме.", _article.Body[^1].Text);
    }

    [Fact]
    public void The_list_of_articles_becomes_related_entries_with_section_time_headline_and_teaser()
    {
        Assert.Equal(["Город", "Море", "Город"], _article.Related.Select(entry => entry.Section));
        Assert.Equal(
            ["Мосты над рекой: чинить или строить?", "Капитан Пётр Лоцман: У ледоколов нет запаса хода. Они идут на последнем топливе", "«Маяк» или последний маяк?"],
            _article.Related.Select(entry => entry.Headline));
        Assert.Equal(new DateTimeOffset(2024, 11, 22, 14, 0, 0, TimeSpan.Zero), _article.Related[0].PublishedAt);
        Assert.Equal("Ремонт старого моста обойдётся в 3-4 млн. Речь о левом береге.", _article.Related[0].Teaser);
        Assert.EndsWith("таких \"Маяков\" всего...", _article.Related[2].Teaser, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_Ukrainian_without_empty_lines_and_without_its_end_is_read_too()
    {
        var article = PlainTextArticleReader.Read("Назва\nПерший абзац тексту.\nСтатті\nСвіт\n01.02.2025\nЗаголовок без часу\nКоротко про головне.");

        var entry = Assert.Single(article.Related);
        Assert.Equal(("Світ", "Заголовок без часу", "Коротко про головне."), (entry.Section, entry.Headline, entry.Teaser));
        Assert.Equal("Перший абзац тексту.", Assert.Single(article.Body).Text);
    }

    [Fact]
    public void The_word_articles_without_a_list_under_it_stays_in_the_body()
    {
        var article = PlainTextArticleReader.Read("What the law says\n\nArticles\n\nThe law has forty of them.");

        Assert.Equal(["Articles", "The law has forty of them."], article.Body.Select(block => block.Text));
        Assert.Empty(article.Related);
    }

    [Fact]
    public void Text_behind_the_list_is_body_again()
    {
        var article = PlainTextArticleReader.Read("Title\nFirst paragraph.\nArticles\nCity\n01.02.2025\n10:30\nOther headline\nAll articles\nLast paragraph.");

        Assert.Equal(["First paragraph.", "Last paragraph."], article.Body.Select(block => block.Text));
        Assert.Equal("Other headline", Assert.Single(article.Related).Headline);
    }

    [Fact]
    public void Lines_wrapped_in_mid_sentence_are_one_paragraph()
    {
        var article = PlainTextArticleReader.Read("Title\n\nThe bridge over the river was closed\nfor three days.\nIt opens on Friday.");

        Assert.Equal(["The bridge over the river was closed for three days.", "It opens on Friday."], article.Body.Select(block => block.Text));
    }

    [Theory]
    [InlineData(" \r\n\t\n", "The text is empty")]
    [InlineData("Only a headline\n\n", "no paragraphs")]
    public void Says_what_is_missing_when_there_is_no_article(string text, string sentence)
    {
        var error = Assert.Throws<UnreadableArticleException>(() => PlainTextArticleReader.Read(text));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_text_over_the_limit()
    {
        var text = "Title\n" + new string('ж', (ExtractionLimits.MaxBytes / 2) + 1);

        Assert.Contains("5 MiB", Assert.Throws<UnreadableArticleException>(() => PlainTextArticleReader.Read(text)).Message, StringComparison.Ordinal);
    }
}
