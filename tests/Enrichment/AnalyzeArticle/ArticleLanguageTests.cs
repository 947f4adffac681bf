using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class ArticleLanguageTests
{
    private const string Russian =
        "Городской совет Линдмура во вторник решил починить старый паромный причал до зимних штормов. Работы начнутся на следующей неделе, "
        + "сообщил начальник порта. Деньги на ремонт дадут область и местные рыбаки, которые уже собрали половину нужной суммы. "
        + "Пока причал закрыт, паром ходит от набережной, где построили временный настил для пассажиров и велосипедов. "
        + "Жители острова просят, чтобы рейсов не стало меньше: зимой другой дороги к больнице и школе у них нет вовсе.";

    private const string Ukrainian =
        "Міська рада Ліндмура у вівторок вирішила полагодити старий поромний причал до зимових штормів. Роботи розпочнуться наступного тижня, "
        + "повідомив начальник порту. Гроші на ремонт дадуть область і місцеві рибалки, які вже зібрали половину потрібної суми. "
        + "Поки причал зачинено, пором ходить від набережної, де збудували тимчасовий поміст для пасажирів і велосипедів. "
        + "Мешканці острова просять, щоб рейсів не поменшало: узимку іншої дороги до лікарні та школи в них немає зовсім.";

    private const string English =
        "The town council of Lindmoor decided on Tuesday to mend the old ferry pier before the winter storms. The work begins next week, "
        + "the harbour master said. The money comes from the county and from local fishers, who have gathered half of what is needed. "
        + "While the pier is closed the ferry leaves from the embankment, where a wooden stage was built for passengers and bicycles. "
        + "The islanders ask that no crossing be dropped: in winter there is no other way to the hospital and the school.";

    [Theory]
    [InlineData("ru", new[] { Ukrainian, Russian, Russian, Russian })]
    [InlineData("ru", new[] { English, English, Russian, Russian, Russian })]
    [InlineData("uk", new[] { Ukrainian, Ukrainian, Russian, Ukrainian })]
    public void A_page_of_two_languages_is_in_the_one_of_most_of_its_body(string language, string[] paragraphs)
    {
        var guess = ArticleLanguage.Identify(Article("Pier to be mended", paragraphs), string.Join("\n", paragraphs));

        Assert.Equal(language, guess.Language);
        Assert.InRange(guess.Confidence, 0.5, 0.9);
    }

    [Fact]
    public void A_headline_in_another_language_does_not_decide()
    {
        var guess = ArticleLanguage.Identify(Article("The pier of Lindmoor will be mended before winter, council says", [Russian, Russian, Russian]), string.Join("\n", Russian, Russian, Russian));

        Assert.Equal("ru", guess.Language);
        Assert.InRange(guess.Confidence, 0.99, 1);
    }

    [Fact]
    public void A_page_s_declaration_counts_where_its_words_do_not_speak()
    {
        Assert.Equal("ru", ArticleLanguage.Identify(Article("Міська рада", [Russian]) with { LanguageHint = "uk" }, Russian).Language);
        Assert.Equal("uk", ArticleLanguage.Identify(Article("2:1", ["2:1"]) with { LanguageHint = "uk-UA" }, "2:1").Language);
    }

    private static ArticleContent Article(string title, string[] paragraphs) => PlainContent.Of(title, string.Empty, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)) with
    {
        Body = [.. paragraphs.Select(text => new ArticleBlock { Type = BlockTypes.Paragraph, Text = text })],
    };
}
