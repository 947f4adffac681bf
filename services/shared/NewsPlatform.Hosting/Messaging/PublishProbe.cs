using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Ready = the broker takes a message and confirms it. A broker short of memory or disk blocks whoever publishes and goes on delivering, so that
/// everything that only consumes looks well. Asks by a connection and a queue of its own that holds one message at most.
/// </summary>
internal sealed class PublishProbe(IOptions<MessagingOptions> options) : IHealthCheck, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;
    private string _queue = "";
    private volatile string? _blockedFor;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var channel = await OpenAsync(patience.Token);
            if (_blockedFor is { } known)
            {
                return Blocked(known);
            }

            await channel.BasicPublishAsync(exchange: "", routingKey: _queue, mandatory: true, body: ReadOnlyMemory<byte>.Empty, patience.Token).AsTask().WaitAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The connection stays: only on it the broker tells that it blocks, and that it does no more.
            return _blockedFor is { } why ? Blocked(why) : HealthCheckResult.Unhealthy($"The broker took no message within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await CloseAsync();
            return HealthCheckResult.Unhealthy($"The broker takes no message: {failure.Message}", failure);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _turn.Dispose();
    }

    private static HealthCheckResult Blocked(string why) => HealthCheckResult.Unhealthy($"The broker blocks who publishes: {why}.");

    private async Task<IChannel> OpenAsync(CancellationToken ct)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await CloseAsync();
        _connection = await options.Value.RabbitMq.Address.ConnectionsNamed("readiness").CreateConnectionAsync(ct);
        _connection.ConnectionBlockedAsync += BlockedAsync;
        _connection.ConnectionUnblockedAsync += UnblockedAsync;
        _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        _queue = (await _channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-max-length"] = 1 }, cancellationToken: ct)).QueueName;
        return _channel;
    }

    private Task BlockedAsync(object sender, ConnectionBlockedEventArgs blocked)
    {
        _blockedFor = blocked.Reason;
        return Task.CompletedTask;
    }

    private Task UnblockedAsync(object sender, AsyncEventArgs unblocked)
    {
        _blockedFor = null;
        return Task.CompletedTask;
    }

    private async Task CloseAsync()
    {
        var connection = Interlocked.Exchange(ref _connection, null);
        (_channel, _blockedFor) = (null, null);
        if (connection is not null)
        {
            // Aborted, not closed: a broker that is gone or blocks would let us wait for its answer.
            await connection.AbortAsync(TimeSpan.FromSeconds(1));
            await connection.DisposeAsync();
        }
    }
}
