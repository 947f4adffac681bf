using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Fetches and reads the list that a source's address gave, by its kind; of a sitemap index also the first sitemaps.</summary>
internal sealed class ListReading(PageFetcher fetcher, IOptions<PollingOptions> options, TimeProvider time)
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
        var items = new List<FeedItem>(list.Items);
        foreach (var child in list.ChildSitemaps.Take(options.Value.MaxChildSitemaps))
        {
            var result = await fetcher.FetchAsync(new FetchRequest(new Uri(child), Credential: source.Credential), ct);
            if (result is not Fetched sitemap)
                throw new UnreadableFeedException($"The index names the sitemap {child}, which could not be read: {(result as FetchFailed)?.Sentence ?? "it gave no body"}");

            items.AddRange(Read(source, sitemap).Items);
        }

        return list with { Items = items };
    }

    private ParsedFeed Read(Source source, Fetched fetched) =>
        ListReader.Read(source.Kind.ToString().ToLowerInvariant(), fetched.Body, fetched.ContentType, fetched.FinalUri, time.GetUtcNow(), source.Selectors);
}
