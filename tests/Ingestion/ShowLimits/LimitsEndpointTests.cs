using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ShowLimits;

public sealed class LimitsEndpointTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task Every_limit_is_listed_with_its_value_and_its_setting()
    {
        var limits = (await _service.GetAsync("/api/v1/limits")).GetProperty("limits").EnumerateArray().ToDictionary(limit => limit.GetProperty("name").GetString()!, StringComparer.OrdinalIgnoreCase);

        Assert.Equal(Enum.GetValues<IngestionLimit>().Select(limit => JsonNamingPolicy.CamelCase.ConvertName(limit.ToString())).Order(StringComparer.Ordinal), limits.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((30_000, "Fetching:MaxBodyBytes"), (limits["bodyBytes"].GetProperty("value").GetInt32(), limits["bodyBytes"].GetProperty("setting").GetString()));
        Assert.All(limits.Values, limit => Assert.Equal(0, limit.GetProperty("hits").GetInt32()));
    }

    [Theory]
    [InlineData("bodyBytes")]
    [InlineData("headerBytes")]
    [InlineData("redirects")]
    [InlineData("urlLength")]
    [InlineData("firstByteTime")]
    [InlineData("totalTime")]
    [InlineData("feedItems")]
    [InlineData("xmlDepth")]
    [InlineData("xmlDeclaredEntities")]
    public async Task A_limit_that_is_met_is_counted(string limit)
    {
        var closing = new TaskCompletionSource();
        _site.Pages["/feed"] = limit switch
        {
            "bodyBytes" => new SitePage("text/xml", new string(' ', 40_000)),
            "headerBytes" => Answer(context => context.Response.Headers["X-Large"] = new string('x', 20_000)),
            "redirects" => SitePage.LeadsTo("/feed", 302),
            "urlLength" => SitePage.LeadsTo("/" + new string('a', 3_000), 301),
            "firstByteTime" => new SitePage("", "") { Answer = _ => closing.Task },
            "totalTime" => new SitePage("", "") { Answer = async context =>
            {
                await context.Response.Body.WriteAsync("<rss>"u8.ToArray());
                await context.Response.Body.FlushAsync();
                await closing.Task;
            } },
            "feedItems" => Feed(string.Concat(Enumerable.Repeat("<item><title>A</title></item>", 1_001))),
            "xmlDepth" => Feed(string.Concat(Enumerable.Repeat("<a>", 200))),
            _ => new SitePage("text/xml", $"<!DOCTYPE rss [<!ENTITY a \"b\">]>{Feed("<item><title>&a;</title></item>").Body}"),
        };

        await _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Post", kind = "feed", url = new Uri(_site.Address, "/feed").AbsoluteUri });

        await Eventually.BecomesTrueAsync(async () => (await _service.GetAsync("/api/v1/limits")).GetProperty("limits").EnumerateArray()
            .Single(shown => shown.GetProperty("name").GetString() == limit).GetProperty("hits").GetInt32() > 0);
        closing.SetResult();
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(
            ("Fetching:AllowedNetworks", "127.0.0.1"), ("Fetching:MaxBodyBytes", "30000"), ("Fetching:MaxHeaderKiB", "8"), ("Fetching:FirstByteSeconds", "0.5"), ("Fetching:TotalSeconds", "1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static SitePage Feed(string items) => new("text/xml", new StringBuilder("<rss><channel><title>Post</title>").Append(items).Append("</channel></rss>").ToString());

    private static SitePage Answer(Action<Microsoft.AspNetCore.Http.HttpContext> act) => new("", "")
    {
        Answer = context =>
        {
            act(context);
            return Task.CompletedTask;
        },
    };
}
