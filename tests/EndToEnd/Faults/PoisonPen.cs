using System.Net;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NewsPlatform.Testing;
using RabbitMQ.Client;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>Puts messages into the services' queues that nobody can read, or that no consumer survives, and looks for them among the dead letters.</summary>
internal sealed class PoisonPen(FaultedPlatform platform, Random random)
{
    private static readonly (string Queue, string Event)[] Targets =
    [
        ("enrichment-analyze-article", "Articles:ArticleIngested"),
        ("enrichment-assign-story", "Articles:ArticleAnalyzed"),
        ("publishing-publish-article", "Articles:ArticleEnriched"),
        ("publishing-withdraw-article", "Articles:ArticleWithdrawn"),
        ("publishing-publish-story", "Stories:StoryChanged"),
        ("enrichment-close-announcement", "Stories:StoriesPublished"),
        ("ingestion-close-journey", "Articles:ArticlesPublished"),

        // What records the poison of the others must not be poisoned itself.
        ("ingestion-record-dead-letter", "Articles:ArticleIngested"),
    ];

    private readonly Dictionary<string, string> _queueOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lettersRead = new(StringComparer.Ordinal);

    public int Sent => _queueOf.Count;

    /// <summary>Sends so many, each on a queue of the seed's; the broker has confirmed them when this completes.</summary>
    public async Task SendAsync(int messages)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(platform.Broker.Uri) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        for (var i = 0; i < messages; i++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"poison-{_queueOf.Count:0000}-of-the-test");
            var (queue, name) = Targets[random.Next(Targets.Length)];
            var properties = new BasicProperties { ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent, MessageId = Guid.NewGuid().ToString() };
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, Body(mark, name));
            _queueOf[mark] = queue;
        }
    }

    /// <summary>Waits until every one sent so far is a dead letter with its queue and a reason; throws naming one that is not.</summary>
    public Task BecomesDeadAsync(TimeSpan patience) =>
        Eventually.BecomesAsync(FindMissingAsync, missing => missing is null, patience, "a dead letter of every poison", TimeSpan.FromSeconds(1));

    private byte[] Body(string mark, string name) => random.Next(4) switch
    {
        0 => [0xFF, 0x00, 0x80, .. Encoding.UTF8.GetBytes(mark), 0xFE],
        1 => Encoding.UTF8.GetBytes($"{{\"message\": {{\"articleId\": \"{mark}\""),
        2 => Envelope(name, new { articleId = mark, storyId = mark }),
        _ => Envelope(name, name switch
        {
            "Stories:StoriesPublished" => new { answeredAt = DateTimeOffset.UnixEpoch, stories = (object?)null, epoch = mark },
            "Articles:ArticlesPublished" => new { answeredAt = DateTimeOffset.UnixEpoch, articles = (object?)null, epoch = mark },
            _ => new { articleId = mark, revision = "none", storyId = mark, version = "none" } as object,
        }),
    };

    private static byte[] Envelope(string name, object message) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        messageId = Guid.NewGuid(),
        messageType = new[] { $"urn:message:NewsPlatform.Contracts.{name}" },
        message,
    });

    // The first mark without a letter.
    private async Task<string?> FindMissingAsync()
    {
        try
        {
            foreach (var id in (await platform.Run.Api.ListAsync("api/v1/deadletters", limit: 200)).Select(letter => letter.GetProperty("id").GetString()!).Where(id => !_lettersRead.Contains(id)))
            {
                var (status, letter) = await platform.Run.Api.SendAsync(HttpMethod.Get, $"api/v1/deadletters/{id}");
                if (status != HttpStatusCode.OK)
                    return $"the letter {id} is answered by {status}";

                var body = letter.GetProperty("body").GetString() ?? "";
                _found.UnionWith(_queueOf.Where(poison => body.Contains(poison.Key, StringComparison.Ordinal) && HasItsReason(letter, poison.Value)).Select(poison => poison.Key));
                _lettersRead.Add(id);
            }

            return _queueOf.Keys.FirstOrDefault(mark => !_found.Contains(mark)) is { } missing ? $"{missing} on {_queueOf[missing]} has none, {_queueOf.Count - _found.Count} in all" : null;
        }
        catch (Exception away) when (away is HttpRequestException or SocketException or TaskCanceledException)
        {
            return away.Message;
        }
    }

    private static bool HasItsReason(JsonElement letter, string queue) =>
        !string.IsNullOrWhiteSpace(letter.GetProperty("reason").GetString()) && letter.GetProperty("endpoint").GetString() == queue;
}
