using System.Collections.Concurrent;
using NewsPlatform.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>Listens to every event, keeps copies of some and sends them again later, in another order: what a network may do with any of them.</summary>
internal sealed class MessageCopier : IAsyncDisposable
{
    private const string CopyMark = "newsplatform-test-copy";
    private const int PoolSize = 40;

    private static readonly string[] Events =
    [
        "Articles:ArticleIngested", "Articles:ArticleAnalyzed", "Articles:ArticleEnriched", "Articles:ArticleWithdrawn", "Articles:ArticlesPublished",
        "Stories:StoryChanged", "Stories:StoriesPublished",
    ];

    private readonly FaultedPlatform _platform;
    private readonly Random _random;
    private readonly CancellationTokenSource _end = new();
    private readonly List<(string Exchange, BasicProperties Properties, byte[] Body)> _pool = [];
    private readonly ConcurrentQueue<string> _troubles = [];
    private readonly Task _loop;

    private MessageCopier(FaultedPlatform platform, int seed)
    {
        _platform = platform;
        _random = new Random(seed);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Copies sent.</summary>
    public int Copies { get; private set; }

    public static MessageCopier Start(FaultedPlatform platform, int seed) => new(platform, seed);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!_end.IsCancellationRequested)
        {
            try
            {
                // Not before the services listen: an event that only this queue took would count as delivered.
                if (await _platform.HasConsumersAsync())
                {
                    await CopyAsync();
                }
            }
            catch (Exception away) when (away is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException or ObjectDisposedException)
            {
                _troubles.Enqueue(away.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private async Task CopyAsync()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(_platform.Broker.Uri), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(_end.Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: _end.Token);
        var queue = (await channel.QueueDeclareAsync(arguments: new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-max-length"] = 2_000 }, cancellationToken: _end.Token)).QueueName;
        foreach (var name in Events)
        {
            await channel.QueueBindAsync(queue, $"NewsPlatform.Contracts.{name}", "", cancellationToken: _end.Token);
        }

        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!_end.IsCancellationRequested)
        {
            while (await channel.BasicGetAsync(queue, autoAck: true, _end.Token) is { } message)
            {
                await ConsiderAsync(channel, message);
            }

            await pause.WaitForNextTickAsync(_end.Token);
        }
    }

    private async Task ConsiderAsync(IChannel channel, BasicGetResult message)
    {
        if (message.BasicProperties.Headers?.ContainsKey(CopyMark) == true || _random.Next(4) != 0)
        {
            return;
        }

        var properties = new BasicProperties(message.BasicProperties);
        properties.Headers ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        properties.Headers[CopyMark] = true;
        _pool.Add((message.Exchange, properties, message.Body.ToArray()));
        while (_pool.Count > PoolSize)
        {
            // Any of them, so that an old revision comes after newer ones.
            var index = _random.Next(_pool.Count);
            var (exchange, copy, body) = _pool[index];
            _pool.RemoveAt(index);
            await channel.BasicPublishAsync(exchange, "", mandatory: false, copy, body, _end.Token);
            Copies++;
        }
    }
}
