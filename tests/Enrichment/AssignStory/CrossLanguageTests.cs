using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

public sealed class CrossLanguageTests
{
    private const string Russian = "Паром «Аврора» сел на мель у Ларвика, сообщил капитан порта Рагнар Хольм. Сняты 212 пассажиров.";
    private const string Ukrainian = "Пором «Аврора» сів на мілину біля Ларвіка, повідомив капітан порту Рагнар Хольм. Зняли 212 пасажирів.";
    private const string English = "The ferry Avrora ran aground off Larvik with 212 aboard, harbour captain Ragnar Holm said.";

    private StoryGrouper _grouper = new(new StoryGroupingOptions());

    [Fact]
    public void Joins_tellings_in_three_languages_by_names_and_figures()
    {
        var russian = Take("ru", Russian, "Аврора", "Ларвик", "Рагнар Хольм");
        var ukrainian = Take("uk", Ukrainian, "Аврора", "Ларвік", "Рагнар Хольм");
        var english = Take("en", English, "Avrora", "Larvik", "Ragnar Holm");

        Assert.Equal(russian.StoryId, ukrainian.StoryId);
        Assert.Equal(russian.StoryId, english.StoryId);
        Assert.Contains("212", Assert.IsType<ArticleAssigned>(english.Entry).Compared.Shared);
    }

    [Fact]
    public void Does_not_join_languages_by_figures_alone()
    {
        var russian = Take("ru", "Итоги недели: 212 заявок, 48 школ, 37 кружков, 64 победителя олимпиады.", "Совёнок");
        var english = Take("en", "Freight tally: 212 barges, 48 cranes, 37 berths and 64 pilots on duty.", "Quayside Union");

        Assert.NotEqual(russian.StoryId, english.StoryId);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.04, false)]
    public void A_story_of_one_article_must_be_more_alike_by_the_margin(double margin, bool joins)
    {
        var score = Assert.IsType<ArticleAssigned>(TakeInTwo(new StoryGroupingOptions()).English.Entry).Score;

        var (russian, english) = TakeInTwo(new StoryGroupingOptions { CrossLanguageThreshold = score - 0.02, LoneMargin = margin });

        Assert.Equal(joins, russian.StoryId == english.StoryId);
    }

    private (StoryDecision Russian, StoryDecision English) TakeInTwo(StoryGroupingOptions options)
    {
        _grouper = new StoryGrouper(options);
        return (Take("ru", Russian, "Аврора", "Ларвик", "Рагнар Хольм"), Take("en", English, "Avrora", "Larvik", "Ragnar Holm"));
    }

    private StoryDecision Take(string language, string text, params string[] names)
    {
        var candidate = ACandidate.Of($"{language}-{text.Length}", text[..20], text, language: language) with { EntityNames = names };
        var decision = _grouper.Decide(candidate, candidate.SeenAt);
        _grouper.Apply(decision.Entry!);
        return decision;
    }
}
