using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>Sources of bad manners, seen from their own side and from the API.</summary>
public sealed class MisbehavingListTests : IAsyncLifetime
{
    private LoopbackSite _site = null!;
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_site_whose_304_denies_a_change_is_caught_at_the_full_fetch_and_never_asked_conditionally_again()
    {
        var conditions = new ConcurrentQueue<bool>();
        PutArticles("/a", "/b");
        _site.PutFeed("/a");
        Lie(conditions);
        await AddSourceAsync("/feed");
        await PolledAsync(1);

        _site.PutFeed("/a", "/b");
        Lie(conditions);
        for (var poll = 2; poll <= 5; poll++)
            await PollAgainAsync(poll);

        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);
        var source = await SourceAsync();
        Assert.False(source.GetProperty("manners").GetProperty("conditionalGet").GetBoolean());
        Assert.Equal(["conditionalGet"], source.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("of").GetString()));

        // Full; two that were denied; full with the proof; full for good.
        Assert.Equal([false, true, true, false, true, false], conditions);

        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/revive", null);
        var revived = await Eventually.BecomesAsync(SourceAsync, view => view.GetProperty("manners").GetProperty("conditionalGet").GetBoolean());
        Assert.Equal("healthy", revived.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_source_that_redirects_for_good_moves_keeps_what_it_has_seen_and_goes_back_when_the_new_address_fails()
    {
        PutArticles("/a");
        _site.PutFeed("/a");
        _site.Pages["/rss"] = _site.Pages["/feed"];
        _site.Pages["/feed"] = SitePage.LeadsTo("/rss", 308);
        await AddSourceAsync("/feed");
        await PolledAsync(1);
        for (var poll = 2; poll <= 3; poll++)
            await PollAgainAsync(poll);

        var moved = await Eventually.BecomesAsync(SourceAsync, view => view.GetProperty("url").GetString()!.EndsWith("/rss", StringComparison.Ordinal));
        Assert.EndsWith("/feed", Assert.Single(moved.GetProperty("manners").GetProperty("formerUrls").EnumerateArray()).GetString(), StringComparison.Ordinal);
        await PollAgainAsync(4);
        Assert.Equal((3, 4), (_site.RequestsOf("/feed"), _site.RequestsOf("/rss")));
        Assert.Equal(1, _site.RequestsOf("/a"));

        _site.Pages["/feed"] = _site.Pages["/rss"];
        _site.Pages.TryRemove("/rss", out _);
        await Eventually.BecomesTrueAsync(async () =>
        {
            _service.Clock.Advance(TimeSpan.FromHours(7));
            return (await SourceAsync()).GetProperty("url").GetString()!.EndsWith("/feed", StringComparison.Ordinal) && _site.RequestsOf("/feed") > 3;
        });
        Assert.Equal(1, _site.RequestsOf("/a"));
    }

    [Fact]
    public async Task A_temporary_redirect_teaches_nothing()
    {
        PutArticles("/a");
        _site.PutFeed("/a");
        _site.Pages["/rss"] = _site.Pages["/feed"];
        _site.Pages["/feed"] = SitePage.LeadsTo("/rss", 302);
        await AddSourceAsync("/feed");
        await PolledAsync(1);
        for (var poll = 2; poll <= 6; poll++)
            await PollAgainAsync(poll);

        var source = await SourceAsync();
        Assert.EndsWith("/feed", source.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, source.GetProperty("manners").GetProperty("redirectsInARow").GetInt32());
    }

    [Fact]
    public async Task A_feed_that_says_gone_over_three_days_is_retired_and_can_be_revived()
    {
        _site.Pages["/feed"] = new SitePage("text/plain", "") { Status = 410 };
        await AddSourceAsync("/feed");
        for (var day = 1; day <= 4; day++)
        {
            var seen = day;
            await Eventually.BecomesTrueAsync(async () => (await SourceAsync()).GetProperty("failures").GetInt32() == seen);
            Assert.Equal(day, _site.RequestsOf("/feed"));
            _service.Clock.Advance(TimeSpan.FromHours(26));
        }

        var retired = await SourceAsync();
        Assert.Equal("retired", retired.GetProperty("state").GetString());
        Assert.True(retired.GetProperty("nextAttemptAt").GetDateTimeOffset() > _service.Clock.Now.AddDays(20));

        PutArticles("/a");
        _site.PutFeed("/a");
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/revive", null);
        var alive = await Eventually.BecomesAsync(SourceAsync, view => view.GetProperty("lastSuccessAt").ValueKind == JsonValueKind.String);
        Assert.Equal(["retired → healthy", "degraded → retired", "healthy → degraded"], alive.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("from").GetString()} → {change.GetProperty("to").GetString()}"));
    }

    [Fact]
    public async Task The_next_poll_and_its_reason_follow_the_feeds_own_word()
    {
        PutArticles("/a");
        _site.PutFeed("/a");
        _site.Pages["/feed"] = _site.Pages["/feed"] with { Body = _site.Pages["/feed"].Body.Replace("<description>", "<ttl>25</ttl><description>", StringComparison.Ordinal) };
        await AddSourceAsync("/feed");

        var source = await PolledAsync(1);

        Assert.Equal("Every 25 min: the feed's ttl is 25 min.", source.GetProperty("nextReason").GetString());
        Assert.InRange(source.GetProperty("nextAttemptAt").GetDateTimeOffset() - _service.Clock.Now, TimeSpan.FromMinutes(23.5), TimeSpan.FromMinutes(26.5));
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _service = await IngestionHarness.StartAsync(("Fetching:AllowedNetworks", "127.0.0.1"), ("Polling:FullFetchEvery", "3"), ("Polling:RedirectsUntilMove", "3"));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _site.DisposeAsync();
    }

    private void PutArticles(params string[] paths)
    {
        foreach (var path in paths)
            _site.PutArticle(path, $"Story of {path}");
    }

    // One ETag for every state of the feed.
    private void Lie(ConcurrentQueue<bool> conditions)
    {
        var page = _site.Pages["/feed"];
        _site.Pages["/feed"] = page with
        {
            Answer = context =>
            {
                var isConditional = context.Request.Headers.IfNoneMatch.Count > 0;
                conditions.Enqueue(isConditional);
                context.Response.Headers.ETag = "\"the same for ever\"";
                context.Response.StatusCode = isConditional ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
                return isConditional ? Task.CompletedTask : context.Response.WriteAsync(page.Body);
            },
        };
    }

    private Task<HttpResponseMessage> AddSourceAsync(string path) =>
        _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = new Uri(_site.Address, path).AbsoluteUri, intervalMinutes = 15 });

    private Task<JsonElement> SourceAsync() => _service.GetAsync("/api/v1/sources/lindmoor-post");

    // The clock stands still while a poll runs, so each success has a time of its own.
    private Task<JsonElement> PolledAsync(int times) => Eventually.BecomesAsync(
        SourceAsync,
        view => view.GetProperty("lastSuccessAt") is { ValueKind: JsonValueKind.String } at && at.GetDateTimeOffset() == _service.Clock.Now,
        what: $"Poll {times}");

    private async Task PollAgainAsync(int times)
    {
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        await _service.Client.PostAsync("/api/v1/sources/lindmoor-post/poll", null);
        await PolledAsync(times);
    }
}
