using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>Decides, field by field and for the body, between what the page declares, what a publisher's rule finds and what is read without one.</summary>
internal static class RuledArticle
{
    // Less than that of what is read without the rule means that the rule no longer fits the page.
    private const double MinShareOfGeneric = 1.0 / 3;

    /// <summary>The metadata with the rule's fields where they win: over what is only printed, and over what is declared where the rule says so.</summary>
    public static PageMetadata Fields(PageMetadata metadata, RuleReading rule)
    {
        var fields = new Dictionary<string, string>(metadata.Fields, StringComparer.Ordinal);
        var authors = rule.Authors(metadata.SiteName);
        var tags = rule.Tags;
        var (published, from) = Published(metadata, rule);
        return metadata with
        {
            Title = Choose(fields, rule.Rule, "title", DeclaredFields.Title, metadata.Title, rule.Title),
            Subtitle = Choose(fields, rule.Rule, "subtitle", DeclaredFields.Subtitle, metadata.Subtitle, rule.Subtitle),
            Section = Choose(fields, rule.Rule, "section", DeclaredFields.Section, metadata.Section, rule.Section),
            Authors = Choose(fields, rule.Rule, "author", DeclaredFields.Authors, metadata.Authors is [] ? null : metadata.Authors, authors is [] ? null : authors) ?? [],
            Tags = tags.Count > 0 && (metadata.Tags.Count == 0 || rule.Rule.First.Contains("tags")) ? tags : metadata.Tags,
            PublishedAt = published,
            PublishedFrom = from,
            Fields = fields,
        };
    }

    /// <summary>The rule's body where it still fits the page; the other one, with the rule's name as missed, where not.</summary>
    public static (FoundBody Body, string? Missed) Body(FoundBody generic, RuleReading rule, PageMetadata metadata)
    {
        var related = rule.Related(metadata.Title) is { Count: > 0 } named ? named : generic.Related;
        var blocks = rule.TakeBody(metadata);
        var found = new FoundBody(blocks, related, ExtractionMethods.PublisherRule, Confidence(blocks, generic.Blocks));
        var isDeclared = generic.Method == ExtractionMethods.StructuredData;
        if (found.Letters < ExtractionLimits.MinBodyLetters || (!isDeclared && found.Letters < generic.Letters * MinShareOfGeneric))
            return (generic with { Related = related }, rule.Rule.Name);

        return isDeclared && !rule.Rule.First.Contains("body") ? (generic with { Related = related }, null) : (found, null);
    }

    private static T? Choose<T>(Dictionary<string, string> fields, PublisherRule rule, string member, string field, T? own, T? ruled) where T : class
    {
        if (ruled is null || (own is not null && fields.GetValueOrDefault(field) == FieldOrigins.Embedded && !rule.First.Contains(member)))
            return own;

        fields[field] = FieldOrigins.Rule;
        return ruled;
    }

    private static (DateTimeOffset?, DateProvenance?) Published(PageMetadata metadata, RuleReading rule)
    {
        var own = metadata is { PublishedAt: { } at, PublishedFrom: { } from } ? new FoundDate(at, from) : null;
        var isDeclared = own?.From.Source is DateSources.JsonLd or DateSources.Meta && !rule.Rule.First.Contains("date");
        var chosen = isDeclared ? own : rule.Published ?? own;
        return (chosen?.At, chosen?.From);
    }

    // Somebody looked at these pages; what the two ways agree on makes it surer still.
    private static double Confidence(List<ArticleBlock> ruled, IReadOnlyList<ArticleBlock> generic)
    {
        var texts = generic.Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        double all = ruled.Concat(generic).Sum(block => block.Text.Length);
        var common = ruled.Where(block => texts.Contains(block.Text)).Sum(block => block.Text.Length);
        return Math.Round(0.7 + (all == 0 ? 0 : 0.3 * 2 * common / all), 2);
    }
}
