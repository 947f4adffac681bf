using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.FollowChanges;

public sealed class ChangeStreamTests : IDisposable
{
    private readonly PublishingHost _service = new();

    [Fact]
    public async Task Sends_what_happens_and_goes_on_after_the_last_event_that_the_client_saw()
    {
        var client = _service.CreateClient();
        string seen;
        using (var first = await OpenAsync(client, "/api/v1/stream"))
        {
            await _service.TakeInAsync(AnArticle.Enriched("a"), AnArticle.Enriched("b"));
            var item = await NextAsync(first);
            seen = item.EventId!;
            Assert.Equal("published", item.EventType);
            Assert.Contains("\"position\":1", item.Data, StringComparison.Ordinal);
        }

        using var second = await OpenAsync(client, "/api/v1/stream", seen);
        await _service.TakeInAsync(AnArticle.Withdrawn("a"));
        var items = new[] { await NextAsync(second), await NextAsync(second) };

        Assert.Equal(["published", "withdrawn"], items.Select(item => item.EventType));
        Assert.Contains("\"position\":2", items[0].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_only_what_passes_the_filters()
    {
        var client = _service.CreateClient();
        using var stream = await OpenAsync(client, "/api/v1/stream?source=herald&types=published");

        await _service.TakeInAsync(AnArticle.Enriched("a"));
        await _service.TakeInAsync(AnArticle.Enriched("b", source: "herald"));

        Assert.Contains("\"articleId\":\"b\"", (await NextAsync(stream)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_stream_beats_so_that_nobody_on_the_way_takes_it_for_dead()
    {
        _service.Settings["Publishing:StreamHeartbeatSeconds"] = "1";
        _service.Settings["Publishing:StreamPollSeconds"] = "0.05";
        var client = _service.CreateClient();
        using var stream = await OpenAsync(client, "/api/v1/stream");
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());

        string? line;
        do
        {
            var read = reader.ReadLineAsync();

            // The stream measures quiet by the service's clock.
            await Eventually.BecomesTrueAsync(() =>
            {
                _service.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(read.IsCompleted);
            });
            line = await read;
        }
        while (line is not null && !line.StartsWith(':'));

        Assert.Equal(": heartbeat", line);
    }

    [Fact]
    public async Task Turns_away_more_clients_than_it_may_hold()
    {
        _service.Settings["Publishing:StreamClients"] = "1";
        var client = _service.CreateClient();
        using var first = await OpenAsync(client, "/api/v1/stream");

        var second = await client.GetAsync("/api/v1/stream");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
    }

    [Fact]
    public async Task Finds_what_another_process_appended()
    {
        _service.Settings["Publishing:StreamPollSeconds"] = "0.05";
        var client = _service.CreateClient();
        using var stream = await OpenAsync(client, "/api/v1/stream");

        await _service.Services.GetRequiredKeyedService<OrderedLog>("publishing").TryAppendAsync(1, [Entry("elsewhere")], CancellationToken.None);

        Assert.Contains("elsewhere", (await NextAsync(stream)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cuts_a_client_that_does_not_read_so_that_it_holds_nobody_up()
    {
        _service.Settings["Publishing:StreamClients"] = "1";
        _service.Settings["Publishing:StreamWriteSeconds"] = "0.2";
        _service.UseKestrel(0);
        var client = _service.CreateClient();
        var log = _service.Services.GetRequiredKeyedService<OrderedLog>("publishing");
        await log.TryAppendAsync(1, [.. Enumerable.Range(0, 60_000).Select(i => Entry($"article-{i}"))], CancellationToken.None);
        var start = (await log.ReadTailAsync(CancellationToken.None)) with { Position = 1 };
        using var slow = await OpenAsync(client, $"/api/v1/stream?cursor={start}");

        var next = await Eventually.BecomesAsync(
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/stream");
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.OK, next);
    }

    public void Dispose() => _service.Dispose();

    private LogRecord Entry(string article) => new(article, 1, "published", "", _service.Clock.Now);

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient client, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return response;
    }

    private readonly Dictionary<HttpResponseMessage, IAsyncEnumerator<SseItem<string>>> _readers = [];

    private async Task<SseItem<string>> NextAsync(HttpResponseMessage response)
    {
        if (!_readers.TryGetValue(response, out var reader))
        {
            _readers[response] = reader = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        }

        Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        return reader.Current;
    }
}
