using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.RespectSites;

/// <summary>Previews and the finding of sources are as gentle as polls.</summary>
public sealed class PoliteLookTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_preview_waits_for_its_turns_between_the_feed_and_the_page()
    {
        _site.PutFeed("/a");
        _site.Pages["/feed"] = _site.Pages["/feed"] with { Body = _site.Pages["/feed"].Body.Replace("127.0.0.1", "post.example", StringComparison.Ordinal) };
        _site.PutArticle("/a", "Story of /a");

        var preview = PreviewAsync();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/feed") == 1));
        Assert.False(preview.IsCompleted);
        await AdvanceUntilAsync(preview);

        // The feed, robots.txt and the page: two gaps of twenty seconds.
        Assert.Equal(["/feed", "/robots.txt", "/a"], _site.Requests);
        Assert.Equal("Story of /a", (await BodyOf(await preview)).GetProperty("page").GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_asked_for_by_a_preview()
    {
        _site.PutFeed("/a");
        _site.Pages["/feed"] = _site.Pages["/feed"] with { Body = _site.Pages["/feed"].Body.Replace("127.0.0.1", "post.example", StringComparison.Ordinal) };
        _site.Pages["/robots.txt"] = new SitePage("text/plain", "User-agent: *\nDisallow: /a");

        var preview = PreviewAsync();
        await AdvanceUntilAsync(preview);

        Assert.Contains("does not allow", (await BodyOf(await preview)).GetProperty("page").GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, _site.RequestsOf("/a"));
    }

    [Fact]
    public async Task A_host_whose_turn_does_not_come_is_told_in_a_sentence_and_counted()
    {
        await _service.Services.GetRequiredService<HostTurns>().LeaveAloneAsync(new Uri("http://post.example/"), TimeSpan.FromHours(2), default);

        var refused = await PreviewAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("post.example is being read just now or asked to be left alone, and its turn for us did not come within 60 s: try again later.", (await BodyOf(refused)).GetProperty("detail").GetString());
        Assert.Empty(_site.Requests);
        var limit = (await _service.GetAsync("/api/v1/limits")).GetProperty("limits").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "lookWait");
        Assert.Equal((60, 1), (limit.GetProperty("value").GetInt32(), limit.GetProperty("hits").GetInt32()));
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(
            ("Fetching:AllowedNetworks", "127.0.0.1"), ("Politeness:DelaySeconds", "20"), ("Politeness:JitterPercent", "0"), ("Politeness:ConcurrentPerHost", "1"));
        _service.Names.With("post.example", "127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private Task<HttpResponseMessage> PreviewAsync() =>
        _service.Client.PostAsJsonAsync("/api/v1/sources/preview", new { kind = "feed", url = new UriBuilder(_site.Address) { Host = "post.example", Path = "/feed" }.Uri.AbsoluteUri });

    private static Task<JsonElement> BodyOf(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    // Half a second at a time: who waits looks at the clock several times before its turn comes.
    private Task AdvanceUntilAsync(Task done) => Eventually.BecomesTrueAsync(() =>
    {
        _service.Clock.Advance(TimeSpan.FromSeconds(0.5));
        return Task.FromResult(done.IsCompleted);
    });
}
