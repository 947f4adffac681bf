namespace NewsPlatform.Contracts.Articles;

/// <summary>How an article was read: what found its body, how sure it was, and where each field came from.</summary>
public sealed record ArticleProvenance
{
    /// <summary>The way to the body that won: structured-data, publisher-rule, page-blocks, plain-text or json.</summary>
    public required string Method { get; init; }

    /// <summary>0 to 1: how sure the reader was that the body is the article and nothing else.</summary>
    public double Confidence { get; init; }

    /// <summary>The publisher rule that gave the body or a field; null when none did.</summary>
    public string? Rule { get; init; }

    /// <summary>The origin of each field that was found (title, subtitle, authors, section), one of <see cref="FieldOrigins"/>.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>How the published time is known; null when it is not known or nobody noted it.</summary>
    public DateProvenance? PublishedAt { get; init; }
}

/// <summary>Where a time was found and how exactly it was written.</summary>
/// <param name="Source">One of <see cref="DateSources"/>.</param>
/// <param name="Precision">One of <see cref="DatePrecisions"/>.</param>
/// <param name="ZoneKnown">False when the text names no zone: the offset is then an assumption.</param>
public sealed record DateProvenance(string Source, string Precision, bool ZoneKnown);

/// <summary>The closed set of places that a field can come from.</summary>
public static class FieldOrigins
{
    /// <summary>JSON-LD, a meta element or microdata.</summary>
    public const string Embedded = "embedded";

    /// <summary>A rule that somebody wrote for the publisher.</summary>
    public const string Rule = "rule";

    /// <summary>The page as printed, read without knowing the publisher.</summary>
    public const string Page = "page";

    /// <summary>The list that named the article.</summary>
    public const string List = "list";

    /// <summary>Whoever pushed the article.</summary>
    public const string Push = "push";
}

/// <summary>The closed set of places that a published time can come from, the most trusted first.</summary>
public static class DateSources
{
    public const string Push = "push";
    public const string JsonLd = "json-ld";
    public const string Meta = "meta";
    public const string Rule = "rule";

    /// <summary>A time element or microdata.</summary>
    public const string Markup = "markup";

    /// <summary>A feed, sitemap or listing.</summary>
    public const string List = "list";

    /// <summary>A date as printed on the page.</summary>
    public const string Printed = "printed";

    /// <summary>The day in the page's address.</summary>
    public const string Address = "address";

    /// <summary>The declared day of the last change, which the page prints beside its headline instead of the declared day of publication, days before: it was published anew.</summary>
    public const string Anew = "anew";

    /// <summary>Counted back from when the page was fetched: "yesterday, 14:05".</summary>
    public const string Relative = "relative";
}

/// <summary>The closed set of how exactly a time is written.</summary>
public static class DatePrecisions
{
    public const string Second = "second";
    public const string Minute = "minute";
    public const string Hour = "hour";
    public const string Day = "day";
}
