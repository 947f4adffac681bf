using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.Tests.PollSources;

namespace NewsPlatform.Ingestion.Tests.DiscoverSource;

/// <summary>Fetches from the site with a secret configured for one host.</summary>
internal sealed class FetchSourceHeaders(LoopbackSite site, string host)
{
    private readonly FetchingOptions _options = new()
    {
        AllowedNetworks = "127.0.0.1",
        Credentials = new Dictionary<string, SourceCredential>(StringComparer.OrdinalIgnoreCase) { ["lindmoor"] = new() { Authorization = "reader:sesame", Host = host } },
    };

    public async Task<string?> SeenAsync(string credential)
    {
        site.Pages["/secret"] = new SitePage("text/plain", "for readers");
        using var fetcher = new PageFetcher(_options, TimeProvider.System);
        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri(site.Address, "/secret"), Credential: credential), default));
        return site.LastAuthorization;
    }

    public async Task<string> ProblemAsync(string credential)
    {
        using var fetcher = new PageFetcher(_options, TimeProvider.System);
        return Assert.IsType<FetchFailed>(await fetcher.FetchAsync(new FetchRequest(new Uri(site.Address, "/secret"), Credential: credential), default)).Sentence;
    }
}
