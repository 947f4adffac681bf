using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>
/// Lets pushes in a few at a time, by number and by bytes. The others wait in a line of limited length with their bodies unread; beyond
/// it, and while the intake is closed, they are refused.
/// </summary>
internal sealed class PushAdmission : IDisposable
{
    private static readonly TimeSpan LineRetryAfter = TimeSpan.FromSeconds(2);

    private readonly IntakeGauge _gauge;
    private readonly IntakeOptions _options;
    private readonly ConcurrencyLimiter _pushes;
    private readonly ConcurrencyLimiter _bytes;

    public PushAdmission(IntakeGauge gauge, IOptions<IntakeOptions> options)
    {
        _gauge = gauge;
        _options = options.Value;
        _pushes = LimiterOf(_options.ConcurrentPushes, _options.WaitingPushes);

        // Only those that have a turn wait here: the line before bounds this one.
        _bytes = LimiterOf(_options.ConcurrentPushBytes, int.MaxValue);
    }

    /// <summary>A turn, to be given back when the push is stored; or the answer that refuses the push.</summary>
    public async Task<(PushTurn? Turn, IResult? Refusal)> EnterAsync(HttpRequest request, CancellationToken ct)
    {
        if (RefusalByState() is { } closed)
            return (null, closed);

        var push = await _pushes.AcquireAsync(1, ct);
        if (!push.IsAcquired)
        {
            push.Dispose();
            return (null, Problems.TooManyRequests($"{_options.WaitingPushes:N0} pushes wait for their turn already (Intake:WaitingPushes): send this one again after the time in Retry-After.", LineRetryAfter));
        }

        // The intake may have closed while this one waited.
        if (RefusalByState() is { } closedMeanwhile)
        {
            push.Dispose();
            return (null, closedMeanwhile);
        }

        return (await WithBytesAsync(push, request.ContentLength, ct), null);
    }

    /// <summary>A pushed article is in the backlog.</summary>
    public void Took() => _gauge.Took();

    public void Dispose()
    {
        _pushes.Dispose();
        _bytes.Dispose();
    }

    private async Task<PushTurn> WithBytesAsync(RateLimitLease push, long? declaredBytes, CancellationToken ct)
    {
        try
        {
            var bytes = Math.Clamp(declaredBytes ?? _options.MaxPushBytes, 1, _options.MaxPushBytes);
            return new PushTurn(push, await _bytes.AcquireAsync((int)bytes, ct));
        }
        catch (OperationCanceledException)
        {
            push.Dispose();
            throw;
        }
    }

    private IResult? RefusalByState()
    {
        var state = _gauge.State();
        return state.Obstacle switch
        {
            IntakeObstacle.Backlog => Problems.TooManyRequests(state.Sentence!, state.RetryAfter), // every obstacle has a sentence
            IntakeObstacle.Disk => Problems.Unavailable(state.Sentence!, state.RetryAfter),
            _ => null,
        };
    }

    private static ConcurrencyLimiter LimiterOf(int permits, int queue) =>
        new(new ConcurrencyLimiterOptions { PermitLimit = permits, QueueLimit = queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}

/// <summary>One push's place among those worked on.</summary>
internal sealed class PushTurn(RateLimitLease push, RateLimitLease bytes) : IDisposable
{
    public void Dispose()
    {
        bytes.Dispose();
        push.Dispose();
    }
}
