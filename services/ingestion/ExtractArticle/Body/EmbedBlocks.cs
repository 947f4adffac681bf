using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Brings embeds to one shape: who shows it, an https address for people, words to read without it; and none that only frames the page's furniture.</summary>
internal static class EmbedBlocks
{
    // Letters of a post that is told from a phrase.
    private const int MinPost = 30;

    private static readonly string[] BeforeAuthor = ["— ", "– ", "—"];

    /// <summary>The block as it is stored; null for an embed that is no part of an article.</summary>
    public static ArticleBlock? Named(ArticleBlock block)
    {
        if (block.Type != BlockTypes.Embed)
            return block;
        if (EmbedProviders.Find(block.Url) is { } known)
            return block with { Provider = known.Provider, Url = known.Url };

        return block.Url is not null && EmbedProviders.IsFurniture(block.Url) ? null : block;
    }

    /// <summary>An embedded post that the text repeats in full stays there only; the embed keeps its author and date.</summary>
    public static List<ArticleBlock> WithoutRepeats(IReadOnlyList<ArticleBlock> blocks)
    {
        var texts = blocks.Where(block => block.Type is BlockTypes.Paragraph or BlockTypes.Quote).Select(block => PageText.Fold(block.Text)).ToList();
        return [.. blocks.Select(block => block.Type == BlockTypes.Embed ? Shortened(block, texts) : block)];
    }

    private static ArticleBlock Shortened(ArticleBlock embed, List<string> texts)
    {
        var end = BeforeAuthor.Select(mark => embed.Text.LastIndexOf(mark, StringComparison.Ordinal)).FirstOrDefault(at => at > 0);
        var (words, author) = end > 0 ? (embed.Text[..end], embed.Text[end..].TrimStart('—', '–', ' ')) : (embed.Text, string.Empty);
        var post = PageText.Fold(words);
        return post.Length >= MinPost && texts.Exists(text => text.Contains(post, StringComparison.Ordinal)) ? embed with { Text = author } : embed;
    }
}
