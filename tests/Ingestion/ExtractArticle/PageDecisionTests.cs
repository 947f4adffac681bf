using AngleSharp.Html.Parser;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

/// <summary>What is decided on a page as a whole, not block by block.</summary>
public sealed class PageDecisionTests
{
    [Fact]
    public void A_block_is_taken_when_it_raises_the_score_to_be_expected_of_its_page()
    {
        var sure = PageThreshold.Of([0.98f, 0.97f, 0.02f], [500, 500, 500]);
        var unsure = PageThreshold.Of([0.3f, 0.25f, 0.2f, 0.01f], [500, 500, 500, 500]);

        Assert.InRange(sure, 0.45f, 0.5f);
        Assert.InRange(unsure, 0.1f, 0.2f);
        Assert.True(PageThreshold.Of([], []) > 0);
    }

    [Theory]
    [InlineData("7 ferries worth the wait", 7, true)]
    [InlineData("7 ferries worth the wait", 8, true)]
    [InlineData("7 ferries worth the wait", 12, false)]
    [InlineData("Ferries worth the wait in 2025", 7, false)]
    [InlineData("3 паромы, которых стоит ждать", 3, false)]
    public void A_headline_announces_a_list_when_the_page_has_as_many_headings(string title, int headings, bool isList)
    {
        var page = Page($"<h1>{title}</h1><p>It has been a long year on the river, and these are the boats that made it shorter.</p>"
            + string.Concat(Enumerable.Range(1, headings).Select(n => $"<div class='card'><h2 class='name'>Boat number {n}</h2><p>It leaves from pier {n} at dawn and is seldom late.</p></div>")));

        var list = AnnouncedList.Find(page.Blocks, TextShape.Words(title));

        Assert.Equal(isList, list is not null);
        if (list is { } found)
            Assert.Equal(("Boat number 1", $"It leaves from pier {headings} at dawn and is seldom late."), (page.Blocks[found.First].Block.Text, page.Blocks[found.Last].Block.Text));
    }

    [Fact]
    public void A_doubtful_line_between_two_paragraphs_of_its_own_box_is_taken_and_one_behind_them_is_not()
    {
        var page = Page(string.Concat(Enumerable.Range(1, 12).Select(n => $"<div class='nav'>Section {n}</div>"))
            + $"<article><p>{Sentences(1)}</p><p>Bo Mole, Ann Pier</p><p>{Sentences(2)}</p><p>{Sentences(3)}</p><p>Fin Lee, Una Quay</p></article>");
        var longIsLikely = new BoostedTrees(depth: 1, features: [0], thresholds: [3.5f], leaves: [-1.7f, 4]);

        var chosen = BlockChooser.Choose(page.Blocks, page.Facts, page.Rows, new BlockModel(longIsLikely, longIsLikely));

        Assert.Equal([Sentences(1), "Bo Mole, Ann Pier", Sentences(2), Sentences(3)], chosen.Select(block => block.Block.Text));
    }

    [Fact]
    public void Keeps_to_the_body_that_the_page_declares_where_far_more_prose_follows_in_other_boxes()
    {
        var article = Extract(Declared(6) + Prose(6, "text") + string.Concat(Enumerable.Range(20, 30).Select(n => $"<div class='text'><p>{Sentences(n)} {Sentences(n + 40)}</p></div>")));

        Assert.Equal(6, article.Body.Count(block => block.Type == BlockTypes.Paragraph));
        Assert.DoesNotContain("pier 25", string.Join(' ', article.Body.Select(block => block.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_whole_text_where_the_page_declares_only_its_beginning()
    {
        var article = Extract(Declared(6) + Prose(20, "text"));

        Assert.Equal(20, article.Body.Count(block => block.Type == BlockTypes.Paragraph));
    }

    [Fact]
    public void Reads_the_paragraphs_that_a_pay_wall_hides_from_screen_readers_only()
    {
        var article = Extract("<div class='text'>" + string.Concat(Enumerable.Range(1, 6).Select(n => $"<p{(n > 2 ? " class='paywall' aria-hidden='true'" : "")}>{Sentences(n)}</p>")) + "</div>");

        Assert.Equal(6, article.Body.Count(block => block.Type == BlockTypes.Paragraph));
    }

    private static string Declared(int count) =>
        $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"The river in numbers","articleBody":"{{string.Join("\\n", Enumerable.Range(1, count).Select(Sentences))}}"}</script>""";

    private static string Prose(int count, string name) =>
        $"<div class='{name}'>{string.Concat(Enumerable.Range(1, count).Select(n => $"<p>{Sentences(n)}</p>"))}</div>";

    private static string Sentences(int n) =>
        $"The boat that leaves from pier {n} carried {n * 37} people a day in May, the port said on Monday, and was late on {n % 5 + 1} mornings, mostly because of fog.";

    private static ExtractedArticle Extract(string body) =>
        ArticleExtractor.Extract($"<html><head><title>The river in numbers</title></head><body><nav><a href='/a'>News</a> <a href='/b'>Port</a></nav><main><h1>The river in numbers</h1>{body}</main><footer>Quay Post</footer></body></html>", null);

    private static PageBlocks Page(string body)
    {
        var document = new HtmlParser().ParseDocument($"<html><body>{body}</body></html>");
        return PageBlocks.Read(document.Body!, new PageAddress(document, null), new PageMetadata(), keepHidden: false);
    }
}
