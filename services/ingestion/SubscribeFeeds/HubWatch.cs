using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Learns from polls: which hubs a feed names, and whether the hub delivers what the polls find.</summary>
internal sealed class HubWatch(SubscriptionBook book, LimitHits hits, IOptions<WebSubOptions> options)
{
    /// <summary>How long the source may be left to its hub; null when it is to be polled at its own pace.</summary>
    /// <param name="source">As it was before the poll.</param>
    /// <param name="outcome">Of the poll.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<TimeSpan?> AfterPollAsync(Source source, PollOutcome outcome, DateTimeOffset now, CancellationToken ct)
    {
        if (!options.Value.IsOn || source.Kind != SourceKind.Feed || outcome.Failure is not null)
            return null;

        var row = await book.TryFindWantedAsync(source.Id, ct);
        var offer = outcome.WasRead ? outcome.Offer : row is null ? null : new HubOffer([.. row.Hubs.Select(hub => hub.Address).DefaultIfEmpty(row.Hub)], row.Topic);
        if (row is not null && !IsFor(row, offer))
        {
            await book.LeaveAsync(source.Id, ct);
            row = null;
        }

        if (offer is null)
            return null;

        if (offer.IsCut)
            hits.Hit(IngestionLimit.FeedHubs);

        row = row is null
            ? await book.AddAsync(source.Id, offer, ct)
            : await book.ChangeAsync(row.Id, current => Polled(current with { Hubs = HubChoice.Known(current.Hubs, offer.Hubs) }, source, outcome, now), ct);
        return row?.Carries(now) == true ? Rest(row) : null;
    }

    private bool IsFor(Subscription row, HubOffer? offer) => offer is not null && offer.Hubs.Contains(row.Hub) && row.Topic == offer.Topic && row.Callback == options.Value.CallbackOf(row.Id);

    private Subscription Polled(Subscription row, Source source, PollOutcome outcome, DateTimeOffset now)
    {
        var known = outcome.Covers is { } covers ? row with { CoversMinutes = covers.TotalMinutes } : row;
        return known.Polled(outcome.FreshIds, source.LastSuccessAt, options.Value.Grace, now);
    }

    // A hub that falls silent must not cost an item: twice the list's pace still fits.
    private TimeSpan Rest(Subscription row) => TimeSpan.FromMinutes(Math.Min(options.Value.PollMinutes, row.CoversMinutes / 2 ?? options.Value.PollMinutes));
}
