using NewsPlatform.Ingestion.Dates;
using NewsPlatform.Ingestion.ReadFeed.Sitemaps;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Reads news sitemaps, plain sitemaps and sitemap indexes, packed with gzip or not.</summary>
public static class NewsSitemapReader
{
    /// <param name="body">The document; also one that is gzip in itself, as <c>sitemap.xml.gz</c>.</param>
    /// <param name="contentType">As the server said it.</param>
    /// <param name="baseUri">Where the document was found.</param>
    /// <param name="limits">Null = <see cref="FeedLimits.Default"/>; of a longer sitemap the newest addresses are kept.</param>
    /// <exception cref="UnreadableFeedException">The body is no sitemap.</exception>
    public static ParsedFeed Read(byte[] body, string? contentType, Uri? baseUri, FeedLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return PatternPatience.Within(() => ReadSitemap(body, contentType, baseUri, limits ?? FeedLimits.Default), UnreadableFeedException.OutOfPatience);
    }

    private static ParsedFeed ReadSitemap(byte[] body, string? contentType, Uri? baseUri, FeedLimits bounds)
    {
        var document = FeedDocument.Read(PackedSitemap.Unpack(body, bounds), contentType, baseUri, bounds);
        var feed = new ParsedFeed { Format = FeedFormats.Sitemap, Link = baseUri?.AbsoluteUri, WellFormed = document.WellFormed };
        return document.Root.Key switch
        {
            "urlset" => WithItems(feed, document.Root, bounds),
            "sitemapindex" => WithChildren(feed, document.Root, bounds),
            _ => throw new UnreadableFeedException($"The document is no sitemap: its root element is \"{document.Root.Name[..Math.Min(document.Root.Name.Length, 60)]}\"."),
        };
    }

    private static ParsedFeed WithItems(ParsedFeed feed, FeedElement root, FeedLimits limits)
    {
        var all = root.Children.Where(child => child.Key == "url").Select(Item).OfType<FeedItem>().DistinctBy(item => item.Id).ToList();
        var isCut = all.Count > limits.MaxItems;
        return feed with
        {
            Title = root.Children.Select(url => url.Child("news:news")?.Child("news:publication")?.Child("news:name")?.Text().Trim()).FirstOrDefault(name => name is not null),
            Items = isCut ? [.. all.OrderByDescending(item => item.PublishedAt ?? item.UpdatedAt).Take(limits.MaxItems)] : all,
            Truncated = isCut,
        };
    }

    private static ParsedFeed WithChildren(ParsedFeed feed, FeedElement root, FeedLimits limits)
    {
        var newestFirst = root.Children.Where(child => child.Key == "sitemap").Select(child => (Address: Address(child, "loc"), Modified: Date(child.Child("lastmod"))))
            .Where(child => FeedLink.IsWeb(child.Address)).OrderByDescending(child => child.Modified).Select(child => child.Address!).Distinct().ToList();
        return feed with { ChildSitemaps = [.. newestFirst.Take(limits.MaxItems)], Truncated = newestFirst.Count > limits.MaxItems };
    }

    private static FeedItem? Item(FeedElement url)
    {
        var address = Address(url, "loc");
        if (!FeedLink.IsWeb(address))
        {
            return null;
        }

        var news = url.Child("news:news");
        var words = news?.Child("news:keywords")?.Text().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new FeedItem
        {
            Id = address!, // IsWeb refuses null
            Link = address,
            Title = HtmlText.Strip(news?.Child("news:title")?.Text() ?? ""),
            PublishedAt = Date(news?.Child("news:publication_date")),
            UpdatedAt = Date(url.Child("lastmod")),
            Language = news?.Child("news:publication")?.Child("news:language")?.Text().Trim(),
            Categories = words ?? [],
            Image = url.Children.Where(child => child.Key == "image:image").Select(image => Address(image, "image:loc")).FirstOrDefault(FeedLink.IsWeb),
        };
    }

    private static string? Address(FeedElement parent, string key) => parent.Child(key) is { } element ? FeedLink.Resolve(element.Text(), element.Base) : null;

    private static DateTimeOffset? Date(FeedElement? element) => NewsDates.TryParse(element?.Text(), out var date) ? date : null;
}
