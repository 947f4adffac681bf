using NewsPlatform.Publishing.RenderSite.Texts;

namespace NewsPlatform.Publishing.Tests.RenderSite;

public sealed class SiteTextsTests
{
    [Theory]
    [InlineData("ru", 1, "1 статья")]
    [InlineData("ru", 3, "3 статьи")]
    [InlineData("ru", 11, "11 статей")]
    [InlineData("ru", 21, "21 статья")]
    [InlineData("ru", 112, "112 статей")]
    [InlineData("uk", 22, "22 статті")]
    [InlineData("en", 1, "1 article")]
    [InlineData("en", 21, "21 articles")]
    public void Counts_as_the_language_counts(string language, int number, string expected) =>
        Assert.Equal(expected, InterfaceLanguage.Find(language)!.ArticleCount.Of(number));

    [Fact]
    public void Every_language_names_all_categories_months_and_days() => Assert.All(InterfaceLanguage.All, texts =>
    {
        Assert.Equal(EnglishTexts.Texts.Categories.Keys, texts.Categories.Keys);
        Assert.Equal((12, 7), (texts.Months.Count, texts.Weekdays.Count));
    });
}
