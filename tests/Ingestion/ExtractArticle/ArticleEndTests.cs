using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>What stands under an article's last words in its own box and is none of them.</summary>
public sealed class ArticleEndTests
{
    private static readonly string[] Text =
    [
        "The ferry between the two banks sails again from Monday, the port said, after a year of repairs and two delays.",
        "The mayor, who had promised the ferry for the spring, was not on board when it left the quay for the first time.",
        "The council will look at the price of a crossing in December, when the first month of figures has been counted.",
    ];

    [Theory]
    [InlineData("Facebook Twitter Email", true)]
    [InlineData("Telegram · Viber · Facebook · Поділитися", true)]
    [InlineData("Поделиться ВКонтакте Telegram Скопировать ссылку", true)]
    [InlineData("Facebook", false)]
    [InlineData("Facebook, Telegram, Twitter.", false)]
    [InlineData("Telegram and Viber go", false)]
    [InlineData("Share and print", false)]
    public void A_line_of_nothing_but_places_to_share_at_is_told_from_words_about_them(string line, bool isBar) =>
        Assert.Equal(isBar, Phrases.IsShareBar(line));

    [Fact]
    public void A_bar_of_share_buttons_does_not_keep_the_note_above_it_in_the_article()
    {
        var paragraphs = string.Concat(Text.Append("Contact Ann Pier at pier@quay.example or on the left bank.").Append("Facebook Twitter Email").Select(text => $"<p>{text}</p>"));

        var article = ArticleExtractor.Extract($"<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1><div>{paragraphs}</div></article></body></html>", new Uri("https://quay.example/a"));

        Assert.Equal(Text, article.Body.Select(block => block.Text));
    }
}
