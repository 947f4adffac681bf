using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Fetches and reads the list that a source's address gave, by its kind; of a sitemap index also the first sitemaps.</summary>
internal sealed class ListReading(PageFetcher fetcher, IOptions<PollingOptions> options, TimeProvider time)
{
    /// <summary>The list as it is now, whatever was sent before.</summary>
    public Task<FetchResult> FetchAsync(Source source, CancellationToken ct) => fetcher.FetchAsync(new FetchRequest(source.Url), ct);

    /// <summary>Only if it changed since the server sent what the state knows.</summary>
    public Task<FetchResult> FetchChangedAsync(Source source, FetchState state, CancellationToken ct) =>
        fetcher.FetchAsync(new FetchRequest(source.Url, state.ETag, state.LastModified), ct);

    /// <exception cref="UnreadableFeedException">The document is no list of that kind.</exception>
    public async Task<ParsedFeed> ReadAsync(SourceKind kind, Fetched fetched, CancellationToken ct)
    {
        var list = Read(kind, fetched);
        var items = new List<FeedItem>(list.Items);
        foreach (var child in list.ChildSitemaps.Take(options.Value.MaxChildSitemaps))
        {
            var result = await fetcher.FetchAsync(new FetchRequest(new Uri(child)), ct);
            if (result is not Fetched sitemap)
                throw new UnreadableFeedException($"The index names the sitemap {child}, which could not be read: {(result as FetchFailed)?.Sentence ?? "it gave no body"}");

            items.AddRange(Read(kind, sitemap).Items);
        }

        return list with { Items = items };
    }

    private ParsedFeed Read(SourceKind kind, Fetched fetched) =>
        ListReader.Read(kind.ToString().ToLowerInvariant(), fetched.Body, fetched.ContentType, fetched.FinalUri, time.GetUtcNow());
}
