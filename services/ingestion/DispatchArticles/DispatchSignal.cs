using System.Threading.Channels;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>Tells the dispatcher of its process what happened. A lost word costs time only: the store is the queue.</summary>
internal sealed class DispatchSignal
{
    // More answers than a full window can bring: what does not fit is found by the next look at the store.
    private readonly Channel<FlightEnd> _ends = Channel.CreateBounded<FlightEnd>(new BoundedChannelOptions(200_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something is pending.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Publishing holds this revision.</summary>
    public void Answered(string articleId, long revision) => Tell(new FlightEnd(articleId, revision, IsAnswer: true));

    /// <summary>This revision is in flight no more, without an answer: it is dead, or pending again.</summary>
    public void Landed(string articleId, long revision) => Tell(new FlightEnd(articleId, revision, IsAnswer: false));

    public bool TryTake(out FlightEnd end) => _ends.Reader.TryRead(out end);

    /// <summary>Until <see cref="Wake"/> or <paramref name="longest"/> by the clock.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var woken = _wake.Reader.ReadAsync(patience.Token).AsTask();
        var elapsed = Task.Delay(longest, time, patience.Token);
        await Task.WhenAny(woken, elapsed);
        await patience.CancelAsync();
        await Task.WhenAll(woken, elapsed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private void Tell(FlightEnd end)
    {
        _ends.Writer.TryWrite(end);
        Wake();
    }
}

/// <summary>The end of the flight of an article's revision and all before it.</summary>
internal readonly record struct FlightEnd(string ArticleId, long Revision, bool IsAnswer);
