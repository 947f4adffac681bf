using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DiscoverSource;
using NewsPlatform.Ingestion.ExchangeSources;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.ShowLimits;

/// <summary>One limit.</summary>
/// <param name="Name">Its word, also in the metric <c>newsplatform.limit.hits</c>.</param>
/// <param name="Value">Where it stands.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Setting">The configuration key; null = fixed.</param>
/// <param name="Hits">How often this process met it since <see cref="LimitsView.Since"/>.</param>
/// <param name="Beyond">What becomes of what is beyond it.</param>
internal sealed record LimitView(IngestionLimit Name, double Value, string Unit, string? Setting, long Hits, string Beyond);

/// <summary>All limits of what comes from the web.</summary>
internal sealed record LimitsView(DateTimeOffset Since, IReadOnlyList<LimitView> Limits);

/// <summary>Shows the limits and how often each was met.</summary>
internal static class LimitsEndpoint
{
    private const string Fails = "the fetch fails";
    private const string LeftToPolls = "the delivery is refused and left to the hub's next try and the polls";
    private const string Refused = "the document is refused";

    public static void MapLimits(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/v1/limits", Handle).WithName("ShowLimits").WithSummary("Every limit of what is fetched and read, its value, and how often it was met.").Produces<LimitsView>();

    private static Ok<LimitsView> Handle(IOptions<FetchingOptions> fetching, IOptions<PollingOptions> polling, IOptions<IntakeOptions> intake, IOptions<WebSubOptions> hubs, LimitHits hits)
    {
        IEnumerable<LimitView> limits = [.. OfFetching(fetching.Value), .. OfReading(polling.Value, intake.Value), .. OfSources(), .. OfHubs(hubs.Value)];
        return TypedResults.Ok(new LimitsView(hits.Since, [.. limits.Select(limit => limit with { Hits = hits.Of(limit.Name) })]));
    }

    private static IEnumerable<LimitView> OfFetching(FetchingOptions options) =>
    [
        Limit(IngestionLimit.BodyBytes, options.MaxBodyBytes, "bytes, inflated", Fails, Key(nameof(options.MaxBodyBytes))),
        Limit(IngestionLimit.InflateRatio, options.MaxInflateRatio, "times its packed size, beyond the first MiB", Fails, Key(nameof(options.MaxInflateRatio))),
        Limit(IngestionLimit.HeaderBytes, options.MaxHeaderKiB * 1024, "bytes", Fails, Key(nameof(options.MaxHeaderKiB))),
        Limit(IngestionLimit.Redirects, options.MaxRedirects, "redirects", Fails, Key(nameof(options.MaxRedirects))),
        Limit(IngestionLimit.UrlLength, options.MaxUrlLength, "characters", Fails, Key(nameof(options.MaxUrlLength))),
        Limit(IngestionLimit.ConnectTime, options.ConnectSeconds, "seconds", Fails, Key(nameof(options.ConnectSeconds))),
        Limit(IngestionLimit.FirstByteTime, options.FirstByteSeconds, "seconds", Fails, Key(nameof(options.FirstByteSeconds))),
        Limit(IngestionLimit.TotalTime, options.TotalSeconds, "seconds", Fails, Key(nameof(options.TotalSeconds))),
    ];

    private static IEnumerable<LimitView> OfReading(PollingOptions polling, IntakeOptions intake) =>
    [
        Limit(IngestionLimit.FeedBytes, FeedLimits.Default.MaxBytes, "bytes", Refused),
        Limit(IngestionLimit.FeedItems, FeedLimits.Default.MaxItems, "items", "the rest is left out"),
        Limit(IngestionLimit.ChildSitemaps, polling.MaxChildSitemaps, "sitemaps of an index", "the older ones are left out", $"{PollingOptions.Section}:{nameof(polling.MaxChildSitemaps)}"),
        Limit(IngestionLimit.XmlDepth, FeedLimits.Default.MaxDepth, "elements inside one another", Refused),
        Limit(IngestionLimit.XmlElements, FeedLimits.Default.MaxElements, "elements", Refused),
        Limit(IngestionLimit.XmlDeclaredEntities, 0, "entities of the document's own", "their references stay as written"),
        Limit(IngestionLimit.PageBytes, ExtractionLimits.MaxBytes, "bytes", "the page is given up"),
        Limit(IngestionLimit.HtmlNesting, ExtractionLimits.MaxDepth, "elements inside one another", "the page is given up"),
        Limit(IngestionLimit.ArticleBytes, intake.MaxContentBytes, "bytes as JSON", "the article is refused", $"{IntakeOptions.Section}:{nameof(intake.MaxContentBytes)}"),
        Limit(IngestionLimit.PageAttempts, polling.MaxPageAttempts, "fetches of a page", "the page is given up", $"{PollingOptions.Section}:{nameof(polling.MaxPageAttempts)}"),
    ];

    private static IEnumerable<LimitView> OfSources() =>
    [
        Limit(IngestionLimit.DiscoveryRequests, SourceDiscovery.MostRequests, "requests of one look around a site", "nothing more is looked for"),
        Limit(IngestionLimit.LookWait, PoliteLook.LongestWait.TotalSeconds, "seconds that a look around a site waits for turns at its host, in all", Fails),
        Limit(IngestionLimit.ImportBytes, SourceFileEndpoints.MaxBytes, "bytes of a file of sources", "the file is refused"),
        Limit(IngestionLimit.ImportSources, SourceFileEndpoints.MaxSources, "sources of a file", "the file is refused"),
        Limit(IngestionLimit.KeptRevisions, IRevisionStore.MaxKept, "earlier revisions of an article", "the oldest but the first goes"),
    ];

    private static IEnumerable<LimitView> OfHubs(WebSubOptions options) =>
    [
        Limit(IngestionLimit.FeedHubs, HubOffer.MaxHubs, "hubs of a feed", "the further ones are not asked"),
        Limit(IngestionLimit.HubBodyBytes, options.MaxBodyBytes, "bytes of a hub's delivery", LeftToPolls, $"{WebSubOptions.Section}:{nameof(options.MaxBodyBytes)}"),
        Limit(IngestionLimit.HubBodyTime, options.BodySeconds, "seconds until a hub's delivery arrived", LeftToPolls, $"{WebSubOptions.Section}:{nameof(options.BodySeconds)}"),
        Limit(IngestionLimit.HubDeliveriesPerMinute, options.DeliveriesPerMinute, "deliveries of one subscription a minute", LeftToPolls, $"{WebSubOptions.Section}:{nameof(options.DeliveriesPerMinute)}"),
        Limit(IngestionLimit.HubDeliveriesAtOnce, options.ConcurrentDeliveries, "deliveries read at a time", LeftToPolls, $"{WebSubOptions.Section}:{nameof(options.ConcurrentDeliveries)}"),
    ];

    private static string Key(string option) => $"{FetchingOptions.Section}:{option}";

    private static LimitView Limit(IngestionLimit name, double value, string unit, string beyond, string? setting = null) => new(name, value, unit, setting, 0, beyond);
}
