using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Knows the elements that scripts turn into players and posts, some of which show nothing without their script.</summary>
internal static class EmbedElement
{
    private static readonly string[] PostNames =
    [
        "tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed", "social-embed", "telegram-post", "text-post-media", "reddit-embed-bq", "reddit-card", "fb-xfbml",
    ];

    private static readonly string[] PermalinkAttributes = ["data-instgrm-permalink", "data-text-post-permalink", "data-href", "cite"];

    /// <summary>True for a quotation that is a post of a social network.</summary>
    public static bool IsPost(IElement quote) =>
        quote.ClassName is { } name && Array.Exists(PostNames, post => name.Contains(post, StringComparison.OrdinalIgnoreCase));

    /// <summary>The post's own address: declared, or its last link, where the date stands.</summary>
    public static string? AddressOfPost(IElement quote)
    {
        var declared = PermalinkAttributes.Select(quote.GetAttribute).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        var links = quote.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).ToList();
        return declared ?? links.LastOrDefault(link => EmbedProviders.Find(link) is not null) ?? links.LastOrDefault();
    }

    /// <summary>The address of a player or post that the element stands for; null for any other element.</summary>
    public static string? AddressOf(IElement element) => element.LocalName switch
    {
        "script" => Of(element, "data-telegram-post", "https://t.me/"),
        "div" when element.ClassName is { } name && (name.Contains("fb-post", StringComparison.OrdinalIgnoreCase) || name.Contains("fb-video", StringComparison.OrdinalIgnoreCase)) => element.GetAttribute("data-href"),
        "lite-youtube" => Of(element, "videoid", "https://youtu.be/"),
        "lite-vimeo" => Of(element, "videoid", "https://vimeo.com/"),
        "amp-youtube" => Of(element, "data-videoid", "https://youtu.be/"),
        "amp-vimeo" => Of(element, "data-videoid", "https://vimeo.com/"),
        "amp-twitter" => Of(element, "data-tweetid", "https://x.com/i/status/"),
        "amp-instagram" => Of(element, "data-shortcode", "https://www.instagram.com/p/"),
        "amp-facebook" => element.GetAttribute("data-href"),
        "amp-tiktok" => Of(element, "data-src", ""),
        _ => null,
    };

    private static string? Of(IElement element, string attribute, string before) =>
        element.GetAttribute(attribute)?.Trim() is { Length: > 0 } value ? before + value : null;
}
