using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Newsctl.Tests.Articles;

public sealed class TailArticlesTests
{
    [Fact]
    public async Task Goes_on_where_it_stopped_after_a_lost_connection()
    {
        await using var server = await PlatformServer.StartAsync();
        server.On("GET /api/v1/stream", context => context.Request.Headers["Last-Event-ID"].ToString() switch
        {
            "" => StreamAsync(context, "retry: 1\nid: e:5\n\n", Event(5, "published")),
            "e:6" => StreamAsync(context, Event(6, "revised"), Event(7, "withdrawn")),
            var other => throw new InvalidOperationException($"Resumed at {other}."),
        });
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "tail", "--count", "3", "--json", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.Equal([5, 6, 7], result.JsonLines.Select(line => line.GetProperty("change").GetProperty("position").GetInt32()));
        Assert.Equal(["e:6", "e:7", "e:8"], result.JsonLines.Select(line => line.GetProperty("cursor").GetString()));
        Assert.Contains("e:6", result.Error);
    }

    [Fact]
    public async Task Resumes_at_an_id_that_came_without_an_event()
    {
        await using var server = await PlatformServer.StartAsync();
        server.On("GET /api/v1/stream", context => context.Request.Headers["Last-Event-ID"].ToString() switch
        {
            "" => StreamAsync(context, "retry: 1\nid: e:5\n\n"),
            _ => StreamAsync(context, Event(5, "published")),
        });
        using var newsctl = new NewsctlCall();

        await newsctl.RunAsync("articles", "tail", "--count", "1", "--server", server.Address);

        Assert.Equal("e:5", server.Seen[1].Headers["Last-Event-ID"]);
    }

    [Fact]
    public async Task Begins_at_a_cursor_and_prints_a_line_a_change()
    {
        await using var server = await PlatformServer.StartAsync();
        server.On("GET /api/v1/stream", context => StreamAsync(context, ": heartbeat\n\n", Event(2, "published")));
        server.On("GET /api/v1/articles/abc", """{"id":"abc","title":"Міст відкрили"}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "tail", "--from", "e:2", "--count", "1", "--titles", "--server", server.Address);

        Assert.Equal("e:2", server.Seen[0].Headers["Last-Event-ID"]);
        Assert.Matches("published +abc  r1  Міст відкрили\n$", result.Output);
    }

    [Fact]
    public async Task Ends_when_the_server_refuses_the_cursor()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/stream", """{"detail":"The change log was restored since this cursor was given: begin again at 'f:1' and compare what you hold."}""", 410);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "tail", "--from", "old:9", "--server", server.Address);

        Assert.Equal(1, result.Code);
        Assert.Contains("f:1", result.Error);
    }

    [Fact]
    public async Task Stops_at_once_when_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        await using var server = await PlatformServer.StartAsync();
        server.On("GET /api/v1/stream", async context =>
        {
            await context.Response.WriteAsync(": heartbeat\n\n");
            await context.Response.Body.FlushAsync();
            await interrupt.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("", ["articles", "tail", "--server", server.Address], interrupt.Token);

        Assert.Equal(130, result.Code);
    }

    private static string Event(int position, string type) =>
        $$"""id: e:{{position + 1}}{{"\n"}}event: {{type}}{{"\n"}}data: {"position":{{position}},"type":"{{type}}","articleId":"abc","revision":1,"at":"2026-11-20T10:00:00+00:00"}{{"\n\n"}}""";

    private static async Task StreamAsync(HttpContext context, params string[] parts)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var part in parts)
        {
            await context.Response.WriteAsync(part);
        }
    }
}
