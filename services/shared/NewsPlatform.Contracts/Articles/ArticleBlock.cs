namespace NewsPlatform.Contracts.Articles;

/// <summary>One piece of an article's body, in reading order; never markup.</summary>
public sealed record ArticleBlock
{
    /// <summary>One of <see cref="BlockTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The words of the block: a paragraph, a heading, a quotation, an image's caption; a list's items parted by line feeds; of an embed what is left to read without it.</summary>
    public required string Text { get; init; }

    /// <summary>A heading's level, 2 to 6.</summary>
    public int? Level { get; init; }

    /// <summary>Absolute address of an image or embed.</summary>
    public string? Url { get; init; }

    /// <summary>Who shows what an embed holds: youtube, telegram, x …; null for other blocks and for embeds of nobody known.</summary>
    public string? Provider { get; init; }
}

/// <summary>The closed set of block types.</summary>
public static class BlockTypes
{
    public const string Paragraph = "paragraph";
    public const string Heading = "heading";
    public const string Quote = "quote";
    public const string List = "list";
    public const string Image = "image";
    public const string Table = "table";
    public const string Embed = "embed";
}
