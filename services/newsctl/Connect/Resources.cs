using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Newsctl.Connect;

/// <summary>An answer: typed for people, and as it came for machines, with what a newer server adds.</summary>
internal sealed record Reply<T>(T Value, JsonElement Json, int Status);

/// <summary>All pages of a list that were asked for.</summary>
/// <param name="Items">In the server's order.</param>
/// <param name="Next">Cursor of what was left out; null when nothing was.</param>
internal sealed record Listing<T>(IReadOnlyList<Reply<T>> Items, string? Next);

internal sealed record SourceResource
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? Url { get; init; }
    public string? Language { get; init; }
    public string? Section { get; init; }
    public int? IntervalMinutes { get; init; }
    public string? Country { get; init; }
    public string? Category { get; init; }
    public ListingSelectors? Selectors { get; init; }

    /// <summary>Name of a secret in the server's configuration.</summary>
    public string? Credential { get; init; }

    /// <summary>True = its pages are fetched whatever robots.txt says.</summary>
    public bool? IgnoreRobots { get; init; }

    /// <summary>IANA name of the clock of times that its pages print without a zone.</summary>
    public string? TimeZone { get; init; }

    public string? State { get; init; }
    public DateTimeOffset? NextAttemptAt { get; init; }
    public DateTimeOffset? LastSuccessAt { get; init; }
    public string? LastError { get; init; }

    public static SourceResource Of(SourceInput source) => new()
    {
        Name = source.Name,
        Kind = source.Kind,
        Url = source.Url,
        Language = source.Language,
        Section = source.Section,
        IntervalMinutes = source.IntervalMinutes,
        Country = source.Country,
        Category = source.Category,
        Selectors = source.Selectors,
        Credential = source.Credential,
        IgnoreRobots = source.IgnoreRobots,
        TimeZone = source.TimeZone,
    };

    /// <summary>What can be given to another platform.</summary>
    public SourceInput Describe() => new(Name, Kind, Url, Language, Section, IntervalMinutes, Country, Category, Selectors, Credential, IgnoreRobots is true ? true : null, TimeZone);
}

internal sealed record PreviewResource(
    string? Kind, string? Url, string? FoundBy, string? Title, string? Language, int ItemCount, IReadOnlyList<PreviewItem>? Items, PreviewPage? Page, IReadOnlyList<PreviewOther>? Others);

internal sealed record PreviewItem(string? Title, string? Link, DateTimeOffset? PublishedAt, string? Section);

internal sealed record PreviewPage(
    string? Url, string? Problem, string? Title, IReadOnlyList<string>? Authors, DateTimeOffset? PublishedAt, string? Section, string? Text, string? Rule, double? Confidence);

internal sealed record PreviewOther(string? Kind, string? Url, string? FoundBy, string? Title, int ItemCount);

internal sealed record ArticleResource
{
    public string? Id { get; init; }
    public long Revision { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Correction { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public bool IsPaywalled { get; init; }
    public ArticleProvenance? Provenance { get; init; }
    public string? Description { get; init; }
    public string? Language { get; init; }
    public string? Section { get; init; }
    public ArticleSource? Source { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? FirstSeenAt { get; init; }
    public IReadOnlyList<ArticleBlock>? Body { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<string>? Keywords { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<Quotation>? Quotes { get; init; }
    public IReadOnlyList<AttributionEdge>? Attribution { get; init; }
    public IReadOnlyList<RelatedLink>? Related { get; init; }
    public string? StoryId { get; init; }
}

/// <summary>What a push came to.</summary>
internal sealed record PushResource(string? Id, long Revision, string? Journey);

/// <summary>What an archived page came to.</summary>
internal sealed record ReprocessResource(string? Id, long Revision, string? Outcome);

internal sealed record JourneyResource(string? Id, IReadOnlyList<JourneyStepResource>? Steps);

internal sealed record JourneyStepResource(string? Stage, string? Outcome, DateTimeOffset? At, string? Detail);

internal sealed record PipelineResource(long Accepted, long Published, long InFlight, long Dead, long Withdrawn, long Expired, long Difference);

internal sealed record DeadLetterResource
{
    public string? Id { get; init; }
    public string? Kind { get; init; }
    public string? Reason { get; init; }
    public string? ExceptionType { get; init; }
    public string? Endpoint { get; init; }
    public string? MessageType { get; init; }
    public string? ArticleId { get; init; }
    public long? Revision { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
    public string? Body { get; init; }
}

internal sealed record ChangeResource(long Position, string? Type, string? ArticleId, long? Revision, DateTimeOffset? At, string? StoryId = null, long? Version = null);
