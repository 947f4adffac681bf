using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Turns blocks into markup, for pages and feeds alike.</summary>
internal static class BlockMarkup
{
    /// <summary>The blocks one after the other.</summary>
    /// <param name="blocks">The body.</param>
    /// <param name="words">Markup of a part of a block's text, by the block's index and the part's UTF-16 range; null = just the words.</param>
    public static Html Of(IReadOnlyList<ArticleBlock> blocks, Func<int, int, int, Html>? words = null) =>
        Html.Join(blocks.Select((block, index) => Of(block, (from, to) => words is null ? Html.Text(block.Text[from..to]) : words(index, from, to))));

    private static Html Of(ArticleBlock block, Func<int, int, Html> words) => block.Type switch
    {
        BlockTypes.Heading => Heading(block.Level, words(0, block.Text.Length)),
        BlockTypes.Quote => Html.Of($"<blockquote><p>{words(0, block.Text.Length)}</p></blockquote>\n"),
        BlockTypes.List => Html.Of($"<ul>{Lines(block.Text).Select(line => Html.Of($"<li>{words(line.From, line.To)}</li>"))}</ul>\n"),
        BlockTypes.Table => Html.Of($"<pre class=\"table\">{block.Text}</pre>\n"),
        BlockTypes.Image => Image(block),
        BlockTypes.Embed => Embed(block),
        _ => Html.Of($"<p>{words(0, block.Text.Length)}</p>\n"),
    };

    private static IEnumerable<(int From, int To)> Lines(string text)
    {
        var from = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return (from, from + line.Length);
            from += line.Length + 1;
        }
    }

    // The page's own title is the only h1.
    private static Html Heading(int? level, Html words) => level switch
    {
        null or <= 2 => Html.Of($"<h2>{words}</h2>\n"),
        3 => Html.Of($"<h3>{words}</h3>\n"),
        _ => Html.Of($"<h4>{words}</h4>\n"),
    };

    // A card that leads there: nothing of others runs on the page.
    private static Html Embed(ArticleBlock block) => Html.If(
        Links.Outside(block.Url),
        url => Html.Of($"<p class=\"embed\"><a href=\"{url}\" rel=\"nofollow noopener\">{Html.If(EmbedNames.Of(block.Provider), name => Html.Of($"<b>{name}</b> "))}{(block.Text.Length > 0 ? block.Text : ShortOf(url))}</a></p>\n"));

    private static string ShortOf(string url) => url.StartsWith("https://", StringComparison.Ordinal) ? url[8..] : url;

    private static Html Image(ArticleBlock block) => Html.If(
        Links.Outside(block.Url),
        url => Html.Of($"<figure><img src=\"{url}\" alt=\"{block.Text}\" loading=\"lazy\" referrerpolicy=\"no-referrer\">{Html.If(block.Text, caption => Html.Of($"<figcaption>{caption}</figcaption>"))}</figure>\n"));
}
