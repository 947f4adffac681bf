namespace NewsPlatform.Text.Tests;

public sealed class SearchTextTests
{
    [Fact]
    public void Index_terms_are_stems_in_the_order_of_the_words() =>
        Assert.Equal(["президент", "подписа", "указ", "25"], SearchText.IndexTerms("Президенты подписали указы: 25!", "ru"));

    [Fact]
    public void A_hyphenated_word_is_found_whole_and_in_its_parts() =>
        Assert.Equal(["нью-йорк", "нью", "йорк"], SearchText.IndexTerms("Нью-Йорка", "ru"));

    [Theory]
    [InlineData("ru", "Ещё всё ещё летит самолёт", "самолет")]
    [InlineData("uk", "Знайшли об’єкт", "об'єкта")]
    [InlineData("uk", "Знайшли обʼєкт", "об’єкти")]
    [InlineData("uk", "Мешканці Києва", "Київ")]
    [InlineData("ru", "за\u0301мок", "замок")]
    [InlineData("ru", "Встреча в Нью\u2011Йорке", "нью-йорк")]
    [InlineData("en", "Ministers’ policies", "policy")]
    [InlineData("de", "die Häuser", "Haus")]
    [InlineData("ja", "東京", "東")]
    public void A_question_in_the_article_s_language_finds_the_word(string language, string text, string question) =>
        Assert.NotEmpty(SearchText.QueryAlternatives(question, language).Intersect(SearchText.IndexTerms(text, language)));

    [Theory]
    [InlineData("ru", "Заявление президента Украины", "украины")]
    [InlineData("uk", "Заява президента України", "україною")]
    [InlineData("en", "Elections in Georgia", "election")]
    [InlineData("de", "Die Wahlen beginnen", "wahl")]
    [InlineData("und", "Slova", "slova")]
    public void A_question_in_no_known_language_finds_it_too(string language, string text, string question) =>
        Assert.NotEmpty(SearchText.QueryAlternatives(question, language: null).Intersect(SearchText.IndexTerms(text, language)));

    [Fact]
    public void Another_word_is_not_found() =>
        Assert.Empty(SearchText.QueryAlternatives("бюджет", "ru").Intersect(SearchText.IndexTerms("Президент подписал указ", "ru")));

    [Theory]
    [InlineData("")]
    [InlineData("'")]
    [InlineData("—")]
    public void A_question_without_letters_has_no_alternatives(string word) => Assert.Empty(SearchText.QueryAlternatives(word, null));

    [Fact]
    public void Endless_words_are_cut_alike_in_text_and_question()
    {
        var word = new string('ж', 100_000);

        Assert.All(SearchText.IndexTerms(word, "ru"), term => Assert.InRange(term.Length, 1, 64));
        Assert.NotEmpty(SearchText.QueryAlternatives(word, "ru").Intersect(SearchText.IndexTerms(word, "ru")));
    }
}
