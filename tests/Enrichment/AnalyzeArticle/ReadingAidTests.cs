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
    public void Picks_names_and_nouns_in_normal_form_for_keywords()
    {
        var keywords = Analyzed.Titled("Дания обыграла Норвегию", Match).Keywords;

        Assert.InRange(keywords.Count, 4, 10);
        Assert.Contains("Дания", keywords);
        Assert.Contains("турнир", keywords);
        Assert.DoesNotContain("обыграла", keywords);
    }

    [Theory]
    [InlineData("В городе обсуждают новый договор. Договор аренды причала подпишут весной, новому договору рады не все.", "новый договор", "договор аренды")]
    [InlineData("Рада погодила водну концесію. Нову угоду про рибальство підпишуть навесні, а рибальство чекає на нову угоду.", "рибальство", null)]
    [InlineData("The council approved the quota system. The quota system of the harbour begins in May.", "quota system", null)]
    public void Gives_key_phrases_in_normal_form(string text, string phrase, string? second)
    {
        var phrases = Analyzed.Text(text).KeyPhrases;

        Assert.Contains(phrase, phrases);
        Assert.All(second is null ? [] : new[] { second }, other => Assert.Contains(other, phrases));
    }

    [Fact]
    public void Keeps_halves_of_quotations_and_repetitions_out_of_the_summary()
    {
        var summary = Analyzed.Text(
            "Мэрия города закрыла старый мост через реку Ольву до самой весны.",
            "«Мост старый и больной. Мы закроем мост через реку до весны», — сказал мэр Виктор Громов.",
            "Об этом сообщает «Маячный вестник» со ссылкой на сайт мэрии.",
            "Мэрия города закрыла старый мост через реку Ольву до весны.",
            "Автобусы пойдут через соседний посёлок, дорога займёт лишние полчаса.").Summary;

        Assert.Equal(
            ["Мэрия города закрыла старый мост через реку Ольву до самой весны.", "Автобусы пойдут через соседний посёлок, дорога займёт лишние полчаса."], summary);
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

    [Theory]
    [InlineData("Учёные нашли у далёкой планеты кольца, телескоп следил за ней три года. Астрономы ждут новых снимков.", "medtop:13000000", "science")]
    [InlineData("Суд приговорил директора к трём годам колонии. Прокурор просил пять лет, адвокат подаст жалобу.", "medtop:02000000", "general")]
    [InlineData("Рятувальники гасили пожежу до ранку, двох постраждалих забрала лікарня. Вибух почули в сусідньому селі.", "medtop:03000000", "general")]
    [InlineData("The central bank kept its rate, and shares rose. Inflation slowed, while exports and company profits grew.", "medtop:04000000", "business")]
    [InlineData("Doctors at the hospital treated forty patients. The vaccine against the virus arrives on Monday.", "medtop:07000000", "health")]
    public void Finds_the_subject_of_an_article_by_its_words(string text, string id, string section)
    {
        var analysis = Analyzed.Text(text);

        Assert.Equal((id, section), (analysis.Topics[0].Id, analysis.Section));
        Assert.InRange(analysis.Topics.Sum(topic => topic.Score), 0, 1.001);
    }

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
