using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class ReadingAidTests
{
    private static readonly string[] Match =
    [
        "Сборная Дании выиграла матч у сборной Норвегии со счётом 3:1. Голы забили в первом тайме, вратарь гостей трижды спасал команду.",
        "Тренер датчан остался доволен игрой. Следующий матч турнира команда сыграет в субботу на своём стадионе.",
        "После матча болельщики до полуночи пели на площади. Городские власти пустили дополнительные трамваи.",
        "Финал турнира пройдёт через месяц, билеты уже проданы.",
    ];

    [Theory]
    [InlineData("Порт закрыли на зиму, и корабли уходят на юг до весны.", "ru")]
    [InlineData("Порт зачинили на зиму, і кораблі йдуть на південь до весни.", "uk")]
    [InlineData("The port has been closed for the winter and the ships are going south.", "en")]
    public void Tells_the_language_by_the_words(string text, string language) => Assert.Equal(language, Analyzed.Text(text).Language);

    [Fact]
    public void Lets_the_words_overrule_what_the_page_declares()
    {
        var content = Analyzed.Article("Порт закрыли", "Порт закрыли на зиму, и корабли уходят на юг до самой весны.") with { LanguageHint = "en" };

        Assert.Equal("ru", Analyzed.Content(content).Language);
    }

    [Fact]
    public void Believes_the_page_when_there_are_no_words_to_tell_by()
    {
        var content = Analyzed.Article("2:1", "14 : 00") with { LanguageHint = "uk-UA" };

        Assert.Equal("uk", Analyzed.Content(content).Language);
    }

    [Fact]
    public void Picks_keywords_as_they_stand_in_the_text()
    {
        var keywords = Analyzed.Titled("Дания обыграла Норвегию", Match).Keywords;

        Assert.InRange(keywords.Count, 4, 10);
        Assert.Contains("Дания", keywords);
        Assert.Contains("турнира", keywords);
        var words = "Дания обыграла Норвегию " + string.Join(' ', Match);
        Assert.All(keywords.Where(keyword => !keyword.Contains(' ', StringComparison.Ordinal)), keyword => Assert.Contains(keyword[..^1], words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Puts_an_article_in_a_section_by_its_words() =>
        Assert.Equal("sports", Analyzed.Titled("Дания обыграла Норвегию", Match).Section);

    [Theory]
    [InlineData("Экономика", "business")]
    [InlineData("Наука и космос", "science")]
    [InlineData("Showbiz", "entertainment")]
    [InlineData("Здоров'я", "health")]
    public void Follows_the_section_that_the_publisher_printed(string printed, string section) =>
        Assert.Equal(section, Analyzed.Content(Analyzed.Article("Без названия", "Одна короткая строка о погоде.") with { Section = printed }).Section);

    [Fact]
    public void Leaves_the_section_open_when_nothing_decides() =>
        Assert.Null(Analyzed.Text("Утром у пристани видели трёх белых цапель.").Section);

    [Fact]
    public void Sums_up_in_at_most_three_sentences_of_the_text_in_their_order()
    {
        var text = string.Join("\n\n", Match);

        var summary = Analyzed.Titled("Дания обыграла Норвегию", Match).Summary;

        Assert.Equal(3, summary.Count);
        var places = summary.Select(sentence => text.IndexOf(sentence, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.StartsWith("Сборная Дании", summary[0]);
    }

    [Fact]
    public void Fingerprints_two_prints_of_one_text_alike()
    {
        var first = Analyzed.Titled("Победа", Match).Fingerprint;
        var reprint = Analyzed.Titled("Другой заголовок", [.. Match[..3], "Билеты на финал турнира уже проданы."]).Fingerprint;

        Assert.True(MinHash.Similarity([.. first], [.. reprint]) > 0.7);
    }

    [Fact]
    public void Weighs_what_title_and_lead_name_above_the_rest()
    {
        var terms = Analyzed.Titled("Дания обыграла Норвегию", Match).Terms.ToList();

        Assert.InRange(terms.Count, 20, 60);
        Assert.Equal(terms.OrderByDescending(term => term.Weight).Select(term => term.Weight), terms.Select(term => term.Weight));
        Assert.True(WeightOf(terms, "дания") > WeightOf(terms, "трамваи"));
    }

    private static double WeightOf(List<WeightedTerm> terms, string word) =>
        terms.Find(term => term.Term == Stemmer.Stem(word, "ru"))?.Weight ?? 0;
}
