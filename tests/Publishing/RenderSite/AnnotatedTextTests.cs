using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.Tests.RenderSite;

public sealed class AnnotatedTextTests
{
    [Fact]
    public void Links_every_mention_of_each_entity_also_behind_letters_of_two_code_units()
    {
        IReadOnlyList<ArticleBlock> body =
        [
            new ArticleBlock { Type = BlockTypes.Image, Text = "Mara in a caption" },
            new ArticleBlock { Type = BlockTypes.Paragraph, Text = "🎄🎄 Mara came." },
            new ArticleBlock { Type = BlockTypes.Paragraph, Text = "Mara & Ola left." },
        ];

        // Code points: 🎄🎄 are two, the empty line between the blocks two.
        var text = Text(body, [new("Mara", "PER", [new TextSpan(15, 19), new TextSpan(3, 7)]), new("Ola", "PER", [new TextSpan(22, 25)]), new("Nobody", "PER", [new TextSpan(90, 95)])], []);

        Assert.Equal("Mara in a caption", Words(text, body, 0));
        Assert.EndsWith(" <a class=\"entity\" href=\"/Mara\">Mara</a> came.", Words(text, body, 1), StringComparison.Ordinal);
        Assert.Equal("<a class=\"entity\" href=\"/Mara\">Mara</a> &amp; <a class=\"entity\" href=\"/Ola\">Ola</a> left.", Words(text, body, 2));
    }

    [Fact]
    public void Marks_each_quotation_with_the_names_in_it_and_its_speaker_behind_the_sign_that_closes_it()
    {
        var html = Paragraph(
            "«Ola knows», Mara said.",
            [new("Ola", "PER", [new TextSpan(1, 4)]), new("Mara", "PER", [new TextSpan(13, 17)])],
            [new("Ola knows", "Mara", 1, 10)]);

        Assert.Equal(
            "«<span class=\"said\"><a class=\"entity\" href=\"/Ola\">Ola</a> knows</span>»,<a class=\"speaker\" href=\"/Mara\"><bdi>Mara</bdi></a> <a class=\"entity\" href=\"/Mara\">Mara</a> said.",
            html.Replace("&#xAB;", "«", StringComparison.Ordinal).Replace("&#xBB;", "»", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_a_speaker_once_behind_what_he_says_in_a_row_and_tells_reported_speech_apart()
    {
        var html = Paragraph("One two. Three four.", [], [new("One two.", "a source", 0, 8), new("Three four.", "a source", 9, 20, Direct: false)]);

        Assert.Equal("<span class=\"said\">One two.</span> <span class=\"said reported\">Three four.</span><span class=\"speaker\"><bdi>a source</bdi></span>", html);
    }

    [Fact]
    public void Stays_well_formed_where_names_and_quotations_overlap()
    {
        var html = Paragraph(
            "The port of Lindmoor closes.",
            [new("port of Lindmoor", "ORG", [new TextSpan(4, 20)]), new("Lindmoor", "LOC", [new TextSpan(12, 20)])],
            [new("of Lindmoor closes", null, 9, 27), new("Lindmoor closes.", "Mara", 12, 28)]);

        Assert.Equal("The port <span class=\"said\">of Lindmoor closes</span>.", html);
    }

    [Fact]
    public void Marks_lines_of_a_list_each_by_itself()
    {
        IReadOnlyList<ArticleBlock> body = [new ArticleBlock { Type = BlockTypes.List, Text = "Mara came\nOla left" }];
        var text = Text(body, [new("Ola", "PER", [new TextSpan(10, 13)])], [new("came Ola", null, 5, 13)]);

        Assert.Equal("<ul><li>Mara <span class=\"said\">came</span></li><li><span class=\"said\"><a class=\"entity\" href=\"/Ola\">Ola</a></span> left</li></ul>\n", BlockMarkup.Of(body, text.WordsOf).ToString());
    }

    private static string Paragraph(string words, IReadOnlyList<Entity> entities, IReadOnlyList<Quotation> quotes)
    {
        IReadOnlyList<ArticleBlock> body = [new ArticleBlock { Type = BlockTypes.Paragraph, Text = words }];
        return Words(Text(body, entities, quotes), body, 0);
    }

    private static string Words(AnnotatedText text, IReadOnlyList<ArticleBlock> body, int block) => text.WordsOf(block, 0, body[block].Text.Length).ToString();

    private static AnnotatedText Text(IReadOnlyList<ArticleBlock> body, IReadOnlyList<Entity> entities, IReadOnlyList<Quotation> quotes)
    {
        var article = AnArticle.Enriched("a");
        return new AnnotatedText(article.Content with { Body = body }, article.Analysis with { Entities = entities, Quotes = quotes }, entity => $"/{entity.Name}");
    }
}
