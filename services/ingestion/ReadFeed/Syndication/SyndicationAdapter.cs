using NewsPlatform.Ingestion.Dates;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Makes our model of a wire feed.</summary>
internal sealed class SyndicationAdapter(FeedLimits limits, Uri? baseUri)
{
    public ParsedFeed ToFeed(WireFeed wire)
    {
        var ids = new UniqueIds();
        return new ParsedFeed
        {
            Format = wire.IsAtom ? FeedFormats.Atom : FeedFormats.Rss,
            Title = Plain(wire.Title) is { Length: > 0 } title ? title : null,
            Link = LinkOf(wire) ?? baseUri?.AbsoluteUri,
            Description = Plain(wire.Summary) is { Length: > 0 } description ? description : null,
            Language = wire.Language,
            Items = [.. wire.Entries.Select(entry => ToItem(entry, wire, ids))],
            Truncated = wire.Truncated,
            Rhythm = RhythmReader.Read(wire),
            Hubs = [.. Related(wire, "hub").Distinct(StringComparer.Ordinal)],
            Self = Related(wire, "self").FirstOrDefault(),
        };
    }

    private FeedItem ToItem(WireNode entry, WireFeed feed, UniqueIds ids)
    {
        var link = LinkOf(entry);
        var content = Content(entry);
        var title = Plain(entry.Title);
        var summary = Plain(entry.Summary);
        return new FeedItem
        {
            Id = ids.Take(entry.Id, link, title, content ?? summary),
            Link = link,
            Title = title,
            Summary = summary.Length > 0 ? summary : null,
            ContentHtml = content,
            Authors = Names(entry, feed),
            PublishedAt = DateOf(entry, "published") ?? DateOf(entry, "created") ?? DateOf(entry, "updated"),
            UpdatedAt = DateOf(entry, "updated"),
            Categories = [.. entry.Categories.Select(category => HtmlText.Strip(category.Label ?? category.Term)).Where(term => term.Length > 0).Distinct()],
            Image = ImageOf(entry),
            Language = entry.Language,
            Extras = entry.Extras,
        };
    }

    private static IEnumerable<string> Related(WireFeed feed, string relation) =>
        feed.Links.Where(link => string.Equals(link.Rel, relation, StringComparison.OrdinalIgnoreCase)).Select(link => link.Href).Where(FeedLink.IsWeb).OfType<string>();

    private static string? LinkOf(WireNode node)
    {
        var best = node.Values.GetValueOrDefault("feedburner:origlink")
            ?? node.Links.Where(link => link.Rel == "alternate").OrderBy(link => link.Type is null or "text/html" ? 0 : 1).Select(link => link.Href).FirstOrDefault(FeedLink.IsWeb);
        return FeedLink.IsWeb(best) ? best
            : FeedLink.IsWeb(node.Id) && (node.IdIsLink || node.Links.Count == 0) ? node.Id
            : null;
    }

    private string? Content(WireNode entry)
    {
        var longest = entry.Contents.Where(text => text.IsMarkup || text.Type.StartsWith("text/", StringComparison.Ordinal)).MaxBy(text => text.Value.Length);
        var text = longest is { Value.Length: > 0 } ? longest : entry.Summary is { IsMarkup: true } markup && markup.Value.Contains('<', StringComparison.Ordinal) ? markup : null;
        var html = text is null ? null : text.IsMarkup ? text.Value : Markup.Escape(text.Value);
        return html is null || html.Length <= limits.MaxTextLength ? html : html[..limits.MaxTextLength];
    }

    private string Plain(WireText? text)
    {
        var value = text is null ? "" : text.IsMarkup ? HtmlText.Strip(text.Value) : HtmlText.Collapse(text.Value);
        return value.Length <= limits.MaxTextLength ? value : value[..limits.MaxTextLength];
    }

    private static IReadOnlyList<string> Names(WireNode entry, WireFeed feed)
    {
        var persons = entry.Authors.Count > 0 ? entry.Authors : entry.Source?.Authors is { Count: > 0 } of ? of : feed.IsAtom ? feed.Authors : [];
        return [.. persons.Select(person => HtmlText.Strip(person.Name ?? "")).Where(name => name.Length > 0).Distinct()];
    }

    private static DateTimeOffset? DateOf(WireNode entry, string name) =>
        NewsDates.TryParse(entry.Dates.GetValueOrDefault(name), out var date) ? date : null;

    private static string? ImageOf(WireNode entry)
    {
        var media = entry.Media.Where(picture => !picture.IsThumbnail && IsPicture(picture.Type, picture.Address)).MaxBy(picture => picture.Width)?.Address
            ?? entry.Media.Where(picture => picture.IsThumbnail).MaxBy(picture => picture.Width)?.Address;
        var enclosed = entry.Links.FirstOrDefault(link => link.Rel == "enclosure" && IsPicture(link.Type, link.Href))?.Href;
        return new[] { media, enclosed, entry.Image?.Address }.FirstOrDefault(FeedLink.IsWeb);
    }

    private static bool IsPicture(string? type, string? address) =>
        type?.StartsWith("image", StringComparison.OrdinalIgnoreCase)
        ?? (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Path.GetExtension(uri.AbsolutePath).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp" or ".gif" or ".avif");
}
