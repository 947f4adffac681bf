using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads pictures with their captions, and embeds by their address.</summary>
internal static class FigureReader
{
    private const int MaxCaptionLength = 1_000;
    private const int SmallestSide = 60;

    private static readonly string[] AddressAttributes = ["data-src", "data-original", "data-lazy-src", "data-lazy", "src"];

    /// <summary>The picture with its caption; a figure around an embed gives the embed; null when there is nothing to show.</summary>
    public static ReadBlock? Read(IElement element, PageAddress address)
    {
        var caption = PageText.Cut(PageText.Normalize(element.QuerySelector("figcaption")?.TextContent), MaxCaptionLength);
        var image = element.LocalName == "img" ? element : element.QuerySelector("img");
        if (image is not null && Address(image, address) is { } url && !IsPixel(image))
            return new ReadBlock(new ArticleBlock { Type = BlockTypes.Image, Text = caption, Url = url }, 0);
        if (element.QuerySelector("iframe, video, audio, embed") is { } embed)
            return Embed(embed, address);
        return caption.Length > 0 ? new ReadBlock(new ArticleBlock { Type = BlockTypes.Image, Text = caption }, 0) : null;
    }

    /// <summary>True for a figure that holds a picture or an embed, and not a table or quotation.</summary>
    public static bool IsPicture(IElement element) =>
        element.LocalName != "figure" || element.QuerySelector("img, iframe, video, audio, embed") is not null || element.QuerySelector("table, blockquote, pre, p, ul") is null;

    public static ReadBlock? Embed(IElement element, PageAddress address)
    {
        var declared = element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.QuerySelector("source[src]")?.GetAttribute("src");
        return address.Absolute(declared) is { } url
            ? new ReadBlock(new ArticleBlock { Type = BlockTypes.Embed, Text = PageText.Cut(PageText.Normalize(element.GetAttribute("title")), MaxCaptionLength), Url = url }, 0)
            : null;
    }

    /// <summary>What an element stands for that only a script would draw; null when it is no such element.</summary>
    public static ReadBlock? Drawn(IElement element, PageAddress address) =>
        EmbedElement.AddressOf(element) is { } declared && address.Absolute(declared) is { } url
            ? new ReadBlock(new ArticleBlock { Type = BlockTypes.Embed, Text = element.LocalName == "div" ? PageText.Cut(PageText.Normalize(element.TextContent), MaxCaptionLength) : string.Empty, Url = url }, 0)
            : null;

    /// <summary>The post as an embed: its words and its address.</summary>
    public static ReadBlock Post(IElement quote, PageAddress address) => new(
        new ArticleBlock
        {
            Type = BlockTypes.Embed,
            Text = PageText.Cut(PageText.Normalize(quote.TextContent), MaxCaptionLength),
            Url = address.Absolute(EmbedElement.AddressOfPost(quote)),
        },
        0);

    private static string? Address(IElement image, PageAddress address)
    {
        var direct = AddressAttributes.Select(name => address.Absolute(image.GetAttribute(name))).FirstOrDefault(url => url is not null);
        var set = image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset") ?? image.ParentElement?.QuerySelector("source[srcset]")?.GetAttribute("srcset");
        return direct ?? address.Absolute(set?.Trim().Split(' ', ',')[0]);
    }

    private static bool IsPixel(IElement image) =>
        IsSmall(image.GetAttribute("width")) || IsSmall(image.GetAttribute("height"));

    private static bool IsSmall(string? side) => int.TryParse(side, out var pixels) && pixels < SmallestSide;
}
