using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.RespectSites;

/// <summary>What a site that is not this machine's own sees of us.</summary>
public sealed class PoliteSourceTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task Between_two_requests_to_one_host_the_site_is_left_in_peace()
    {
        PutArticles("/a", "/b", "/c");
        await AddSourceAsync();
        var seen = new List<int>();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.RequestsOf("/feed") == 1));

        // Feed, robots.txt, three pages: one at each gap, and none before.
        while (_site.Requests.Count < 5)
        {
            seen.Add(_site.Requests.Count);
            _service.Clock.Advance(TimeSpan.FromSeconds(21));
            var before = seen[^1];
            await Eventually.BecomesTrueAsync(() => Task.FromResult(_site.Requests.Count > before));
        }

        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 3);
        Assert.Equal(["/feed", "/robots.txt"], _site.Requests.Take(2));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 1));
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_never_asked_for_and_an_override_is_on_record()
    {
        _site.Pages["/robots.txt"] = new SitePage("text/plain", "User-agent: *\nDisallow: /b\n");
        PutArticles("/a", "/b");
        await AddSourceAsync();
        await PublishedAsync(1);

        var pages = await Eventually.BecomesAsync(
            async () => (await _service.GetAsync("/api/v1/sources/lindmoor-post/pages")).GetProperty("items").EnumerateArray().ToList(),
            found => found is [var only] && only.GetProperty("state").GetString() == "givenUp");
        var refused = pages[0];
        Assert.EndsWith("/b", refused.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("robots.txt", refused.GetProperty("lastError").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 1), (_site.RequestsOf("/b"), _site.RequestsOf("/robots.txt")));

        var changed = await _service.Client.PutAsJsonAsync("/api/v1/sources/lindmoor-post", Input with { IgnoreRobots = true });
        var view = await changed.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(view.GetProperty("ignoreRobots").GetBoolean());
        Assert.Equal(("robots", "obeyed", "ignored"), ChangeOf(view));

        _site.PutFeed("/a", "/b", "/c");
        PutPage("/c");
        await PublishedAsync(2);
    }

    [Fact]
    public async Task While_robots_txt_cannot_be_read_no_page_is_asked_for_but_its_article_is_not_lost()
    {
        _site.Pages["/robots.txt"] = new SitePage("text/plain", "") { Status = 503 };
        PutArticles("/a");
        await AddSourceAsync();
        await AdvanceUntilAsync(async () => (await _service.GetAsync("/api/v1/sources/lindmoor-post/pages")).GetProperty("items").EnumerateArray().Any(page => page.GetProperty("attempts").GetInt32() > 0));
        Assert.Equal(0, _site.RequestsOf("/a"));

        _site.Pages.TryRemove("/robots.txt", out _);

        await PublishedAsync(1);
    }

    [Fact]
    public async Task A_host_that_answers_429_with_a_far_Retry_After_is_left_alone_for_a_day_by_every_source_of_it()
    {
        _site.Pages["/feed"] = new SitePage("text/plain", "")
        {
            Answer = context =>
            {
                context.Response.Headers.RetryAfter = "8640000";
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                return Task.CompletedTask;
            },
        };
        await AddSourceAsync();
        var first = await Eventually.BecomesAsync(() => SourceAsync("lindmoor-post"), source => source.GetProperty("failures").GetInt32() == 1);

        PutPage("/a");
        await AddSourceAsync(Input with { Name = "Sport", Url = At("/sport", "sport.post.example") });
        var second = await Eventually.BecomesAsync(() => SourceAsync("sport"), source => source.GetProperty("nextReason").GetString()!.Contains("waits for its turn", StringComparison.Ordinal));

        Assert.Equal(_service.Clock.Now.AddDays(1), first.GetProperty("nextAttemptAt").GetDateTimeOffset());
        Assert.Equal("The site asked to be left alone (Retry-After); 24 h are granted.", first.GetProperty("nextReason").GetString());
        Assert.True(second.GetProperty("nextAttemptAt").GetDateTimeOffset() >= _service.Clock.Now.AddDays(1));
        Assert.Equal((1, 0), (_site.RequestsOf("/feed"), _site.RequestsOf("/sport")));
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(
            ("Fetching:AllowedNetworks", "127.0.0.1"), ("Politeness:DelaySeconds", "20"), ("Politeness:JitterPercent", "0"), ("Politeness:ConcurrentPerHost", "1"));
        _service.Names.With("post.example", "127.0.0.1").With("sport.post.example", "127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private SourceBody Input => new("Lindmoor Post", "feed", At("/feed"), IgnoreRobots: false);

    private string At(string path, string host = "post.example") => new UriBuilder(new Uri(_site.Address, path)) { Host = host }.Uri.AbsoluteUri;

    private void PutArticles(params string[] paths)
    {
        foreach (var path in paths)
            PutPage(path);

        _site.PutFeed(paths);
        OverName();
    }

    private void PutPage(string path)
    {
        _site.PutArticle(path, $"Story of {path}");
        if (_site.Pages.ContainsKey("/feed"))
            OverName();
    }

    // The feed's links lead to the name, not to the figures.
    private void OverName() => _site.Pages["/feed"] = _site.Pages["/feed"] with { Body = _site.Pages["/feed"].Body.Replace("http://127.0.0.1:", "http://post.example:", StringComparison.Ordinal) };

    private async Task AddSourceAsync(SourceBody? source = null) => (await _service.Client.PostAsJsonAsync("/api/v1/sources", source ?? Input)).EnsureSuccessStatusCode();

    private Task<JsonElement> SourceAsync(string id) => _service.GetAsync($"/api/v1/sources/{id}");

    private Task PublishedAsync(long articles) => AdvanceUntilAsync(async () => (await _service.PipelineAsync()).Published >= articles);

    private Task AdvanceUntilAsync(Func<Task<bool>> satisfied) => Eventually.BecomesTrueAsync(async () =>
    {
        _service.Clock.Advance(TimeSpan.FromSeconds(21));
        return await satisfied();
    });

    private static (string?, string?, string?) ChangeOf(JsonElement source)
    {
        var change = source.GetProperty("changes")[0];
        return (change.GetProperty("of").GetString(), change.GetProperty("from").GetString(), change.GetProperty("to").GetString());
    }

    private sealed record SourceBody(string Name, string Kind, string Url, bool IgnoreRobots, int IntervalMinutes = 15);
}
