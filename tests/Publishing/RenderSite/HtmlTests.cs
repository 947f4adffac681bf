using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.Tests.RenderSite;

public sealed class HtmlTests
{
    [Fact]
    public void Escapes_every_text_between_literals_and_keeps_letters_of_every_script()
    {
        var title = "<script>alert(\"ё\")</script> & 'їжак'";

        var html = Html.Of($"<h1 title=\"{title}\">{title}</h1>").ToString();

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;ё&quot;)&lt;/script&gt; &amp; &#x27;їжак&#x27;", html, StringComparison.Ordinal);
        Assert.StartsWith("<h1 title=\"&lt;script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" java\nscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//host/path")]
    [InlineData("/relative")]
    [InlineData("")]
    [InlineData(null)]
    public void Follows_no_address_from_outside_but_http_and_https(string? url) => Assert.Null(Links.Outside(url));

    [Fact]
    public void Gives_a_followable_address_in_escaped_form() =>
        Assert.Equal("https://example.org/%22%3E%3Cb%3E", Links.Outside("https://example.org/\"><b>"));

    [Fact]
    public void Writes_each_kind_of_block_and_leaves_out_pictures_that_nobody_may_load()
    {
        ArticleBlock[] blocks =
        [
            new() { Type = BlockTypes.Heading, Text = "Part <1>", Level = 3 },
            new() { Type = BlockTypes.List, Text = "one\ntwo" },
            new() { Type = BlockTypes.Quote, Text = "So it is." },
            new() { Type = BlockTypes.Image, Text = "A bridge", Url = "https://example.org/b.jpg" },
            new() { Type = BlockTypes.Image, Text = "Evil", Url = "javascript:1" },
            new() { Type = "unheard-of", Text = "Still words" },
        ];

        var html = BlockMarkup.Of(blocks).ToString();

        Assert.Contains("<h3>Part &lt;1&gt;</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<ul><li>one</li><li>two</li></ul>", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote><p>So it is.</p></blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"https://example.org/b.jpg\" alt=\"A bridge\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Evil", html, StringComparison.Ordinal);
        Assert.Contains("<p>Still words</p>", html, StringComparison.Ordinal);
    }
}
