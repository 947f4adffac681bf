using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>
/// Sends one subscriber what waits for it, in order, until nothing does, one message fails, or the run's time is over. What was delivered is written down by groups:
/// after a kill the last group is sent again, under the same ids.
/// </summary>
internal sealed class DeliveryRun(SubscriberBook book, MessageSender sender, TimeProvider clock, Subscriber row)
{
    private const int GroupSize = 50;

    private static readonly TimeSpan GroupTime = TimeSpan.FromSeconds(1);

    // Then others have their turn.
    private static readonly TimeSpan RunTime = TimeSpan.FromSeconds(20);

    private readonly string _owner = row.Owner!; // a run is made for a claimed row
    private readonly List<Attempt> _unwritten = [];
    private readonly long _began = clock.GetTimestamp();
    private Subscriber _row = row;
    private LogCursor _cursor = row.Cursor;
    private long _written = clock.GetTimestamp();
    private Message? _delivered;
    private bool _isOver;

    /// <summary>The attempt that failed and ended the run; null when none did.</summary>
    public Attempt? Failure { get; private set; }

    /// <param name="next">The first messages.</param>
    /// <param name="tail">The log's end.</param>
    /// <param name="ct">Ends the run after the message under way is given up.</param>
    public async Task GoAsync(Outgoing next, LogCursor tail, CancellationToken ct)
    {
        try
        {
            while (!_isOver)
            {
                await SendAsync(next, ct);
                _isOver |= (_cursor.Epoch == tail.Epoch && _cursor.Position >= tail.Position) || clock.GetElapsedTime(_began) > RunTime;
                next = _isOver ? next : await sender.SourceOf(_row).NextAsync(_row, _cursor, tail, ct);
            }
        }
        finally
        {
            await WriteAsync(current => current.Released(), CancellationToken.None);
        }
    }

    private async Task SendAsync(Outgoing next, CancellationToken ct)
    {
        foreach (var message in next.Messages)
        {
            var answer = await sender.SendAsync(_row, message, ct);
            if (!answer.IsTaken)
            {
                await FailAsync(message, answer);
                return;
            }

            _unwritten.Add(sender.Note(_row, message, answer, AttemptOutcome.Delivered, _row.Failures + 1));
            (_row, _cursor, _delivered) = (_row with { Failures = 0 }, message.After, message);
            if (_unwritten.Count >= GroupSize || clock.GetElapsedTime(_written) > GroupTime)
            {
                await WriteAsync(current => current.Claimed(_owner, clock.GetUtcNow()), CancellationToken.None);
            }

            if (_isOver)
            {
                return;
            }
        }

        _cursor = next.After;
    }

    private async Task FailAsync(Message message, EndpointAnswer answer)
    {
        _isOver = true;
        var (failed, outcome) = _row.Failed(answer, message.After, clock.GetUtcNow(), Random.Shared.NextDouble());
        _unwritten.Add(Failure = sender.Note(_row, message, answer, outcome, failed.Failures == 0 ? DeliveryRules.Attempts : failed.Failures));
        var isPassed = outcome == AttemptOutcome.GivenUp;
        await WriteAsync(
            current => current with
            {
                Cursor = isPassed && current.Cursor == _cursor ? message.After : current.Cursor,
                Failures = failed.Failures,
                NextAttemptAt = failed.NextAttemptAt,
                LastError = failed.LastError,
                OffBecause = current.OffBecause ?? failed.OffBecause,
            },
            CancellationToken.None);
    }

    // What people changed meanwhile stays: a cursor that they moved is not moved back, and the run ends, for it was begun under other terms.
    private async Task WriteAsync(Func<Subscriber, Subscriber> change, CancellationToken ct)
    {
        var (before, attempts) = (_row, _unwritten.ToList());
        _unwritten.Clear();
        _written = clock.GetTimestamp();
        var isOthers = false;
        var (source, delivered, now) = (sender.SourceOf(before), _delivered, clock.GetUtcNow());
        _delivered = null;
        var written = await book.ChangeAsync(
            before.Id,
            current =>
            {
                isOthers = current.Owner != _owner;
                var moved = current.Cursor != before.Cursor ? current
                    : delivered is not null ? source.Remember(current.Delivered(_cursor, now), delivered, now)
                    : current with { Cursor = _cursor };
                return isOthers ? current : change(moved);
            },
            source.IsLogged ? attempts : [],
            ct);
        _isOver |= written is null || isOthers || written.OffBecause is not null || written.Version != before.Version + 1;
        _row = written ?? before;
        _cursor = _row.Cursor;
    }
}
