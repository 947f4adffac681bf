using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Fetches and reads the list that a source's address gave, by its kind; of a sitemap index also the first sitemaps.</summary>
internal sealed class ListReading(PageFetcher fetcher, HostTurns turns, LimitHits hits, IOptions<PollingOptions> options, TimeProvider time)
{
    /// <summary>The list as it is now, whatever was sent before.</summary>
    public Task<FetchResult> FetchAsync(Source source, CancellationToken ct) => fetcher.FetchAsync(new FetchRequest(source.Url, Credential: source.Credential), ct);

    /// <summary>Only if it changed since the server sent what the state knows.</summary>
    public Task<FetchResult> FetchChangedAsync(Source source, FetchState state, CancellationToken ct) =>
        fetcher.FetchAsync(new FetchRequest(source.Url, state.ETag, state.LastModified, Credential: source.Credential), ct);

    /// <exception cref="UnreadableFeedException">The document is no list of that kind.</exception>
    public async Task<ParsedFeed> ReadAsync(Source source, Fetched fetched, CancellationToken ct)
    {
        var list = Read(source, fetched);
        if (list.ChildSitemaps.Count > options.Value.MaxChildSitemaps)
            hits.Hit(IngestionLimit.ChildSitemaps);

        var items = new List<FeedItem>(list.Items);
        foreach (var child in list.ChildSitemaps.Take(options.Value.MaxChildSitemaps))
        {
            var result = await FetchChildAsync(source, new Uri(child), ct);
            if (result is not Fetched sitemap)
                throw new UnreadableFeedException($"The index names the sitemap {child}, which could not be read: {(result as FetchFailed)?.Sentence ?? "it gave no body, or its host is busy"}");

            items.AddRange(Read(source, sitemap).Items);
        }

        return list with { Items = items };
    }

    // A request of its own to its host, under the poll's lease where that is the same host.
    private async Task<FetchResult?> FetchChildAsync(Source source, Uri child, CancellationToken ct)
    {
        if (!await turns.TryAwaitAsync(child, source.Id, ct))
            return null;

        try
        {
            return await fetcher.FetchAsync(new FetchRequest(child, Credential: source.Credential), ct);
        }
        finally
        {
            if (SiteHost.Of(child) != SiteHost.Of(source.Url))
                await turns.GiveBackAsync(child, source.Id, ct);
        }
    }

    /// <summary>One document, without the sitemaps that it may name.</summary>
    /// <exception cref="UnreadableFeedException">The document is no list of that kind.</exception>
    public ParsedFeed Read(Source source, Fetched fetched)
    {
        try
        {
            var list = ListReader.Read(source.Kind.ToString().ToLowerInvariant(), fetched.Body, fetched.ContentType, fetched.FinalUri, SourceZone.Of(source) is { } zone ? TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone) : time.GetUtcNow(), source.Selectors);
            hits.Hit(list.Truncated ? IngestionLimit.FeedItems : null);
            hits.Hit(DeclaresEntities(fetched.Body) ? IngestionLimit.XmlDeclaredEntities : null);
            return list;
        }
        catch (UnreadableFeedException unreadable)
        {
            hits.Hit(unreadable.Limit);
            throw;
        }
    }

    // A declaration stands before the first element.
    private static bool DeclaresEntities(byte[] body) => body.AsSpan(0, Math.Min(body.Length, 64 * 1024)).IndexOf("<!ENTITY"u8) >= 0;
}
