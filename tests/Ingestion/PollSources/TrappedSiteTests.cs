using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>A site whose pages are traps: told from what it saw of us.</summary>
public sealed class TrappedSiteTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task Traps_cost_a_bounded_number_of_requests_each_and_keep_no_other_article_away()
    {
        var never = new TaskCompletionSource();
        var bomb = PackedBody.Of(to => new GZipStream(to, CompressionLevel.SmallestSize), new byte[40_000_000]);
        _site.Pages["/circle"] = SitePage.LeadsTo("/circle", 302);
        _site.Pages["/drip"] = new SitePage("", "")
        {
            Answer = async context =>
            {
                await context.Response.WriteAsync("<html>");
                await context.Response.Body.FlushAsync();
                await never.Task.WaitAsync(context.RequestAborted);
            },
        };
        _site.Pages["/bomb"] = new SitePage("", "") { Answer = context => PackedBody.SendAsync(context, "gzip", bomb) };
        _site.PutArticle("/good", "Story of /good");
        _site.PutFeed("/circle", "/drip", "/bomb", "/good");

        await _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = new Uri(_site.Address, "/feed").AbsoluteUri });

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1 });
        await Eventually.BecomesAsync(PagesAsync, pages => pages.Count == 3 && pages.All(page => page.GetProperty("lastError").ValueKind == JsonValueKind.String), TimeSpan.FromSeconds(60));
        Assert.Equal((11, 1, 1), (_site.RequestsOf("/circle"), _site.RequestsOf("/drip"), _site.RequestsOf("/bomb")));
        var errors = string.Join(' ', (await PagesAsync()).Select(page => page.GetProperty("lastError").GetString()));
        Assert.Contains("redirects more than 10 times", errors, StringComparison.Ordinal);
        Assert.Contains("did not finish within 5 s", errors, StringComparison.Ordinal);
        Assert.Contains("200 times its size", errors, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(("Fetching:AllowedNetworks", "127.0.0.1"), ("Fetching:TotalSeconds", "5"), ("Fetching:FirstByteSeconds", "4"));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private async Task<IReadOnlyList<JsonElement>> PagesAsync() => [.. (await _service.GetAsync("/api/v1/sources/lindmoor-post/pages")).GetProperty("items").EnumerateArray()];
}
