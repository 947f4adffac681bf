using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>What clients see of a source.</summary>
internal sealed record SourceView(
    string Id,
    string Name,
    SourceKind Kind,
    string Url,
    string? Language,
    string? Section,
    int IntervalMinutes,
    string? Country,
    string? Category,
    ListingSelectors? Selectors,
    string? Credential,
    bool IgnoreRobots,
    SourceState State,
    DateTimeOffset StateSince,
    DateTimeOffset NextAttemptAt,
    string? NextReason,
    double PaceMinutes,
    DateTimeOffset? LastSuccessAt,
    string? LastError,
    int Failures,
    int? LastItemCount,
    MannersView Manners,
    IReadOnlyList<SourceChange> Changes)
{
    /// <summary>The clock of times that its pages print without a zone, as set; null = its country's, where there is but one, else UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where people read it, as its list says; null when it says nothing.</summary>
    public string? HomePage { get; init; }

    /// <summary>What its list says of the paper; null when nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Its subscription at a hub; null = none, and in lists.</summary>
    public SubscriptionView? WebSub { get; init; }

    public static SourceView Of(Source source) => new(
        source.Id,
        source.Name,
        source.Kind,
        source.Url.OriginalString,
        source.Language,
        source.Section,
        source.IntervalMinutes,
        source.Country,
        source.Category,
        source.Selectors,
        source.Credential,
        source.IgnoreRobots,
        source.State,
        source.StateSince ?? source.CreatedAt,
        source.NextAttemptAt,
        source.NextReason,
        source.PaceMinutes ?? source.IntervalMinutes,
        source.LastSuccessAt,
        source.LastError,
        source.Failures,
        source.LastItemCount,
        MannersView.Of(source.Manners),
        source.Changes)
    {
        TimeZone = source.TimeZone,
        HomePage = source.Imprint?.HomePage,
        Description = source.Imprint?.Description,
    };
}

/// <summary>What polling learned of a site.</summary>
/// <param name="ConditionalGet">False once the site was caught denying a change: the whole list is asked for each time.</param>
/// <param name="ConditionalGetOffSince">Since when.</param>
/// <param name="MovesTo">Where it redirects for good; the source moves there after many times in a row.</param>
/// <param name="RedirectsInARow">How many so far.</param>
/// <param name="FormerUrls">Addresses that it moved away from, the newest first.</param>
/// <param name="GoneTimes">Answers 410 since the last success.</param>
internal sealed record MannersView(bool ConditionalGet, DateTimeOffset? ConditionalGetOffSince, string? MovesTo, int RedirectsInARow, IReadOnlyList<string> FormerUrls, int GoneTimes)
{
    public static MannersView Of(SourceManners manners) => new(
        manners.ConditionsOffSince is null,
        manners.ConditionsOffSince,
        manners.Move?.Target.OriginalString,
        manners.Move?.Times ?? 0,
        [.. manners.Formerly.Select(former => former.Url.OriginalString)],
        manners.Gone?.Times ?? 0);
}

/// <summary>What clients see of a page that waits or was given up.</summary>
internal sealed record PageView(string Url, string? Title, string State, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset FoundAt, string? LastError)
{
    public static PageView Of(PendingPage page) => new(
        page.Url.OriginalString,
        page.Hints.Title,
        page.GivenUp ? "givenUp" : "waiting",
        page.Attempts,
        page.GivenUp ? null : page.NextAttemptAt,
        page.FoundAt,
        page.LastError);
}
