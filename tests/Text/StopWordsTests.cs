namespace NewsPlatform.Text.Tests;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("ru", "и")]
    [InlineData("ru", "ещё")]
    [InlineData("uk", "але")]
    [InlineData("be", "ён")]
    [InlineData("bg", "което")]
    [InlineData("en", "don’t")]
    [InlineData("de", "und")]
    [InlineData("fr", "d’un")]
    [InlineData("es", "más")]
    [InlineData("it", "è")]
    [InlineData("pl", "się")]
    [InlineData("pt", "não")]
    [InlineData("nl", "het")]
    [InlineData("sv", "och")]
    public void Knows_the_common_words_of_each_language(string language, string word) => Assert.True(StopWords.Contains(word, language));

    [Theory]
    [InlineData("ru", "президент")]
    [InlineData("ru", "und")]
    [InlineData("xx", "и")]
    [InlineData("en", "")]
    public void Leaves_other_words_alone(string language, string word) => Assert.False(StopWords.Contains(word, language));
}
