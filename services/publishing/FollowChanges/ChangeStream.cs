using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Sends the change log as server-sent events, to a limited number of clients.</summary>
internal sealed class ChangeStream(
    SharedTail tail, ChangeSignal signal, ChangeFollowers followers, IOptions<PublishingOptions> options, IHostApplicationLifetime lifetime)
{
    private const int BatchSize = 200;

    /// <summary>The answer that streams from a cursor on what passes the filter.</summary>
    public IResult From(LogCursor cursor, ChangeFilter filter) => new StreamResult(this, followers, cursor, filter);

    private async Task RunAsync(HttpContext context, LogCursor cursor, ChangeFilter filter)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await FollowAsync(context, cursor, filter, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left or the process stops: the regular end of a stream.
        }
    }

    private async Task FollowAsync(HttpContext context, LogCursor cursor, ChangeFilter filter, CancellationToken ct)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();

        // An id without data is no event, but a client that is cut before the first event comes back with it.
        await WriteAsync(context, $"retry: 2000\nid: {cursor}\n\n", clock, ct);
        var written = clock.GetTimestamp();
        while (true)
        {
            var woken = signal.Next;
            var changes = await tail.ReadAsync(cursor.Position, BatchSize, ct);
            var events = EventsOf(changes, filter, cursor.Epoch);
            cursor = changes.Count == 0 ? cursor : cursor with { Position = changes[^1].Entry.Position + 1 };

            // With the beat the client learns how far it is, also where nothing of it was for it.
            var isQuiet = clock.GetElapsedTime(written).TotalSeconds >= options.Value.StreamHeartbeatSeconds;
            if (events.Length > 0 || isQuiet)
            {
                await WriteAsync(context, events.Length > 0 ? events : $": heartbeat\nid: {cursor}\n\n", clock, ct);
                written = clock.GetTimestamp();
            }

            if (changes.Count == 0)
            {
                // The tail's poll wakes as well: for entries of other processes and for a heartbeat.
                await woken.WaitAsync(ct);
            }
        }
    }

    // The server's own minimum rate spares clients that read in bursts; this one does not: a client behind its buffer for so long is gone.
    private async Task WriteAsync(HttpContext context, string text, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await context.Response.WriteAsync(text, ct).WaitAsync(TimeSpan.FromSeconds(options.Value.StreamWriteSeconds), clock, ct);
            await context.Response.Body.FlushAsync(ct).WaitAsync(TimeSpan.FromSeconds(options.Value.StreamWriteSeconds), clock, ct);
        }
        catch (TimeoutException)
        {
            context.Abort();
            throw new OperationCanceledException(context.RequestAborted);
        }
    }

    private static string EventsOf(IReadOnlyList<Change> changes, ChangeFilter filter, string epoch)
    {
        var text = new StringBuilder();
        foreach (var resource in changes.SelectMany(change => ChangePages.Of(change, filter)))
        {
            // The id comes last: a client that takes it as soon as it is read has the data already when the line is cut there.
            text.Append("event: ").Append(resource.Type)
                .Append("\ndata: ").Append(JsonSerializer.Serialize(resource, JsonDefaults.Options))
                .Append("\nid: ").Append(new LogCursor(epoch, resource.Position + 1).ToString())
                .Append("\n\n");
        }

        return text.ToString();
    }

    private sealed class StreamResult(ChangeStream stream, ChangeFollowers followers, LogCursor cursor, ChangeFilter filter) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (!followers.TryEnter())
            {
                await Problems.Unavailable(ChangeFollowers.AllTaken).ExecuteAsync(httpContext);
                return;
            }

            try
            {
                httpContext.Response.ContentType = "text/event-stream; charset=utf-8";
                httpContext.Response.Headers.CacheControl = "no-store";
                httpContext.Response.Headers["X-Accel-Buffering"] = "no";
                await stream.RunAsync(httpContext, cursor, filter);
            }
            finally
            {
                followers.Leave();
            }
        }
    }
}
