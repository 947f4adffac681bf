using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>
/// Takes what hubs deliver. Answered 2xx only when its items are stored, or the poll that will find them. A delivery that nobody signed, or for another feed, is
/// answered alike and thrown away: whoever forges one learns nothing.
/// </summary>
internal sealed partial class HubDeliveries : IDisposable
{
    private const string Stage = "hub-delivery";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(5);

    private readonly SubscriptionBook _book;
    private readonly DeliveryAdoption _adoption;
    private readonly WebWork _work;
    private readonly WebSubOptions _options;
    private readonly ILogger<HubDeliveries> _logger;
    private readonly ConcurrencyLimiter _turns;

    public HubDeliveries(SubscriptionBook book, DeliveryAdoption adoption, WebWork work, IOptions<WebSubOptions> options, ILogger<HubDeliveries> logger)
    {
        (_book, _adoption, _work, _options, _logger) = (book, adoption, work, options.Value, logger);
        _turns = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = _options.ConcurrentDeliveries, QueueLimit = 0 });
    }

    public async Task<IResult> TakeAsync(string id, HttpRequest request, CancellationToken ct)
    {
        using var turn = await _turns.AcquireAsync(1, ct);
        if (!turn.IsAcquired)
            return Refused(IngestionLimit.HubDeliveriesAtOnce, Problems.TooManyRequests($"{_options.ConcurrentDeliveries} deliveries are being read (WebSub:ConcurrentDeliveries).", Shortly));

        var isTooMany = false;
        var row = await _book.ChangeAsync(
            id,
            current =>
            {
                var admitted = current.Admit(_options.DeliveriesPerMinute, _work.Now);
                isTooMany = admitted is null;
                return IsWanted(current) ? admitted : null;
            },
            ct);
        return row is null || !IsWanted(row) ? Problems.Gone("There is no such subscription.")
            : isTooMany ? Refused(IngestionLimit.HubDeliveriesPerMinute, Problems.TooManyRequests($"There were {_options.DeliveriesPerMinute} deliveries within a minute (WebSub:DeliveriesPerMinute).", Minute))
            : await ReadAsync(row, request, ct);
    }

    public void Dispose() => _turns.Dispose();

    private bool IsWanted(Subscription row) => _options.IsOn && row.State is SubscriptionState.Active or SubscriptionState.Requested;

    private async Task<IResult> ReadAsync(Subscription row, HttpRequest request, CancellationToken ct)
    {
        using var run = _work.Metrics.Begin(Stage).Of("SourceId", row.SourceId);
        var delivered = await DeliveredBody.ReadAsync(request, _options, ct);
        if (delivered.Bytes is not { } body)
        {
            run.End("refused");
            _work.Hits.Hit(delivered.Over);
            return delivered.Refusal!; // no bytes = a refusal
        }

        var outcome = !HubSignature.IsRight(request.Headers[HubSignature.Header], row.Secret, body) ? "forged"
            : !IsOfTopic(row, request) ? "other-topic"
            : await _adoption.AdoptAsync(row, body, request.ContentType, ct) ? "adopted" : "left-to-poll";
        run.End(outcome);
        LogTaken(row.SourceId, row.Hub.Host, Stage, outcome);
        return TypedResults.NoContent();
    }

    // Many hubs leave the header out: the signature speaks for the subscription already.
    private static bool IsOfTopic(Subscription row, HttpRequest request)
    {
        var told = LinkHeader.Find(request.Headers.Link.OfType<string>(), "self").ToList();
        return told.Count == 0 || told.Contains(row.Topic, StringComparer.Ordinal);
    }

    private IResult Refused(IngestionLimit limit, IResult answer)
    {
        _work.Hits.Hit(limit);
        _work.Metrics.Count(Stage, "refused");
        return answer;
    }

    [LoggerMessage(LogLevel.Information, "Source {SourceId}: hub {Host}: {Stage} {Outcome}")]
    private partial void LogTaken(string sourceId, string host, string stage, string outcome);
}
