using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Sends the change log as server-sent events, to a limited number of clients.</summary>
internal sealed class ChangeStream(
    ChangeLog log, ChangeSignal signal, IOptions<PublishingOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int BatchSize = 200;

    private readonly int _clientLimit = options.Value.StreamClients;
    private int _clients;

    /// <summary>Clients that follow now.</summary>
    public int Clients => Volatile.Read(ref _clients);

    /// <summary>The answer that streams from a cursor on.</summary>
    public IResult From(LogCursor cursor) => new StreamResult(this, cursor);

    private async Task RunAsync(HttpContext context, LogCursor cursor)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await FollowAsync(context, cursor, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client left or the process stops: the regular end of a stream.
        }
    }

    private async Task FollowAsync(HttpContext context, LogCursor cursor, CancellationToken ct)
    {
        // An id without data is no event, but a client that is cut before the first event comes back with it.
        await WriteAsync(context, $"retry: 2000\nid: {cursor}\n\n", ct);
        var written = clock.GetTimestamp();
        while (true)
        {
            var woken = signal.Next;
            var entries = await log.ReadAsync(cursor.Position, BatchSize, ct);
            if (entries.Count > 0)
            {
                await WriteAsync(context, EventsOf(entries, cursor.Epoch), ct);
                cursor = cursor with { Position = entries[^1].Position + 1 };
                written = clock.GetTimestamp();
                continue;
            }

            await WaitAsync(woken, ct);
            if (clock.GetElapsedTime(written).TotalSeconds >= options.Value.StreamHeartbeatSeconds)
            {
                await WriteAsync(context, ": heartbeat\n\n", ct);
                written = clock.GetTimestamp();
            }
        }
    }

    private async Task WaitAsync(Task woken, CancellationToken ct)
    {
        var seconds = Math.Min(options.Value.StreamPollSeconds, options.Value.StreamHeartbeatSeconds);
        try
        {
            await woken.WaitAsync(TimeSpan.FromSeconds(seconds), clock, ct);
        }
        catch (TimeoutException)
        {
            // Time to look for entries of other processes and for a heartbeat.
        }
    }

    // The server's own minimum rate spares clients that read in bursts; this one does not: a client behind its buffer for so long is gone.
    private async Task WriteAsync(HttpContext context, string text, CancellationToken ct)
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

    private static string EventsOf(IReadOnlyList<LogEntry> entries, string epoch)
    {
        var text = new StringBuilder(entries.Count * 180);
        foreach (var entry in entries)
        {
            text.Append("id: ").Append(new LogCursor(epoch, entry.Position + 1).ToString())
                .Append("\nevent: ").Append(entry.Kind)
                .Append("\ndata: ").Append(JsonSerializer.Serialize(ChangeResource.Of(entry), JsonDefaults.Options))
                .Append("\n\n");
        }

        return text.ToString();
    }

    private sealed class StreamResult(ChangeStream stream, LogCursor cursor) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (Interlocked.Increment(ref stream._clients) > stream._clientLimit)
            {
                Interlocked.Decrement(ref stream._clients);
                await Problems.Unavailable("All streams are taken: read /api/v1/changes instead, or try again later.").ExecuteAsync(httpContext);
                return;
            }

            try
            {
                httpContext.Response.ContentType = "text/event-stream; charset=utf-8";
                httpContext.Response.Headers.CacheControl = "no-store";
                httpContext.Response.Headers["X-Accel-Buffering"] = "no";
                await stream.RunAsync(httpContext, cursor);
            }
            finally
            {
                Interlocked.Decrement(ref stream._clients);
            }
        }
    }
}
