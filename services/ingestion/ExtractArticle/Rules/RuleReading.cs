using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>What a rule finds on a page: its fields, and last its body, for whose sake the page is taken apart.</summary>
internal sealed class RuleReading(IDocument document, PageAddress address, PublisherRule rule, DateTimeOffset? readAt)
{
    private const int MaxFieldElements = 20;

    public PublisherRule Rule { get; } = rule;

    /// <summary>When the page was read, by the publisher's clock where the rule tells it; null when nobody noted it.</summary>
    public DateTimeOffset? ReadAt { get; } = readAt is { } at && rule.Zone is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : readAt;

    public string? Title => Text(Rule.Title, ExtractionLimits.MaxTitleLength);

    public string? Subtitle => Text(Rule.Subtitle, ExtractionLimits.MaxTitleLength);

    public string? Section => Text(Rule.Section, ExtractionLimits.MaxTitleLength);

    public IReadOnlyList<string> Tags =>
    [
        .. Elements(Rule.Tags).Select(element => PageText.PlainOf(element.TextContent, ExtractionLimits.MaxTagLength)?.TrimStart('#')).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(ExtractionLimits.MaxTags),
    ];

    /// <summary>The published time by the publisher's clock.</summary>
    public FoundDate? Published =>
        Elements(Rule.Date).SelectMany(element => new[] { DateReader.ValueOf(element), element.TextContent })
            .Select(text => FoundDate.Of(text, DateSources.Rule) ?? FoundDate.OfRelative(text, ReadAt))
            .FirstOrDefault(found => found is not null) is { } date ? InZone(date) : null;

    public IReadOnlyList<string> Authors(string? site) =>
        AuthorNames.Read(Elements(Rule.Author).Select(element => PageText.NullIfEmpty(element.GetAttribute("content")) ?? PageText.Normalize(element.TextContent)), site);

    public IReadOnlyList<RelatedLink> Related(string? title) => Rule.Related is null ? [] : RelatedReader.ReadBoxes(document.QuerySelectorAll(Rule.Related), address, title);

    /// <summary>The time with the publisher's offset where the page names none.</summary>
    public FoundDate InZone(FoundDate date) =>
        Rule.Zone is not { } zone || date.From.ZoneKnown || date.From.Precision == DatePrecisions.Day ? date
        : date.From.Source == DateSources.Relative ? date with { From = date.From with { ZoneKnown = true } }
        : new FoundDate(new DateTimeOffset(date.At.DateTime, zone.GetUtcOffset(date.At.DateTime)), date.From with { ZoneKnown = true });

    /// <summary>The body's blocks; none when its selector finds nothing. What is to be dropped leaves the page for good, so this is asked for last.</summary>
    public List<ArticleBlock> TakeBody(PageMetadata metadata)
    {
        var found = document.QuerySelectorAll(Rule.Body).ToList();
        var outermost = found.FindAll(element => !found.Exists(other => other != element && other.Contains(element)));
        foreach (var dropped in Rule.Drop.SelectMany(selector => document.QuerySelectorAll(selector)).Where(element => !outermost.Contains(element)).ToList())
            dropped.Remove();

        var box = document.CreateElement("div");
        foreach (var element in outermost)
            box.AppendChild(element);
        return BlockCleaner.Clean([.. BlockReader.Read(new PageTree(box, keepHidden: false), address).Take(ExtractionLimits.MaxBlocks)], metadata);
    }

    private string? Text(string? selector, int limit) =>
        Elements(selector).Select(element => PageText.PlainOf(element.GetAttribute("content") ?? element.TextContent, limit)).FirstOrDefault(text => text is not null);

    private IEnumerable<IElement> Elements(string? selector) => selector is null ? [] : document.QuerySelectorAll(selector).Take(MaxFieldElements);
}
