using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>One look around a site, with its number of requests bounded.</summary>
internal sealed class Visit(PoliteLook look, DateTimeOffset now, ListingSelectors? selectors, string? credential, Action<IngestionLimit?> hit)
{
    private readonly HashSet<Uri> _asked = [];
    private int _requests;

    /// <summary>Why the last fetch gave nothing.</summary>
    public string LastProblem { get; private set; } = "The site gave nothing.";

    /// <summary>Null when nothing came, when it was asked for already, or when there were requests enough.</summary>
    public async Task<Fetched?> FetchAsync(Uri address, CancellationToken ct)
    {
        if (!_asked.Add(address))
            return null;

        if (_requests >= SourceDiscovery.MostRequests)
        {
            hit(IngestionLimit.DiscoveryRequests);
            return null;
        }

        _requests++;
        var result = await look.FetchAsync(address, credential, ct);
        LastProblem = result is FetchFailed failed ? failed.Sentence : LastProblem;
        return result as Fetched;
    }

    /// <summary>Null when the address holds nothing of the kind, or nothing in it.</summary>
    public async Task<FoundSource?> TryFetchAsync(SourceKind kind, Uri address, string foundBy, CancellationToken ct)
    {
        if (await FetchAsync(address, ct) is not { } body || TryRead(kind, body, foundBy) is not { } found)
            return null;

        // An index is a source when one of its sitemaps is of news; that one itself is read then.
        if (found.List is { ChildSitemaps: { Count: > 0 } children } && found.Kind == SourceKind.Sitemap)
        {
            var news = children.Select(child => new Uri(child)).FirstOrDefault(child => child.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase));
            return news is null ? null : await TryFetchAsync(kind, news, foundBy, ct);
        }

        return found;
    }

    /// <summary>Null when the document is not of the kind, or empty.</summary>
    public FoundSource? TryRead(SourceKind kind, Fetched body, string foundBy)
    {
        try
        {
            var list = ListReader.Read(kind.ToString().ToLowerInvariant(), body.Body, body.ContentType, body.FinalUri, now, kind == SourceKind.Listing ? selectors : null);
            return IsUsable(kind, list, foundBy) ? new FoundSource(kind, body.FinalUri, foundBy, list, body) : null;
        }
        catch (UnreadableFeedException)
        {
            return null;
        }
    }

    // A sitemap that was looked for must be of news, or it lists the whole site since its beginning.
    private static bool IsUsable(SourceKind kind, ParsedFeed list, string foundBy) => kind switch
    {
        SourceKind.Sitemap => list.ChildSitemaps.Count > 0 || list.Items.Any(item => item.Title.Length > 0) || (foundBy == "the address itself" && list.Items.Count > 0),
        SourceKind.Listing => list.Items.Count > 0,
        _ => list.Items.Count > 0 || foundBy == "the address itself",
    };
}
