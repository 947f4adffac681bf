using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>What a rule finds on a page: its fields, and last its body, for whose sake the page is taken apart.</summary>
internal sealed class RuleReading(IDocument document, PageAddress address, PublisherRule rule, PageReading reading)
{
    private const int MaxFieldElements = 20;

    public PublisherRule Rule { get; } = rule;

    /// <summary>What the page is read with, by the clock that the rule tells.</summary>
    public PageReading Reading { get; } = reading with { Zone = rule.Zone ?? reading.Zone };

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
            .Select(text => FoundDate.Of(text, DateSources.Rule) ?? FoundDate.OfRelative(text, Reading.LocalReadAt))
            .FirstOrDefault(found => found is not null) is { } date ? date.InZone(Reading.Zone) : null;

    public IReadOnlyList<string> Authors(string? site) =>
        AuthorNames.Read(Elements(Rule.Author).Select(element => PageText.NullIfEmpty(element.GetAttribute("content")) ?? PageText.Normalize(element.TextContent)), site);

    public IReadOnlyList<RelatedLink> Related(string? title) => Rule.Related is null ? [] : RelatedReader.ReadBoxes(document.QuerySelectorAll(Rule.Related), address, title);

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
