using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;
using RabbitMQ.Client;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>An article whose event is spoilt on its way: it is dead, with a reason, until it is replayed from what ingestion stored.</summary>
internal sealed class MangledArticle(FaultedPlatform platform)
{
    private const string Queue = "enrichment-analyze-article";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Spoils the event of the article that <paramref name="push"/> pushes, sees the article dead and replays it.</summary>
    /// <param name="push">Pushes it and gives its id.</param>
    public async Task DieAndComeBackAsync(Func<Task<string>> push)
    {
        await platform.Run.ProcessOf("enrichment").TerminateAsync();
        var id = await push();
        await SpoilAsync(id);
        platform.Run.Start("enrichment");

        var letter = await Eventually.BecomesAsync(() => TryFindLetterAsync(id), found => found is not null, Patience, $"the dead letter of {id}");
        Assert.Equal(1, (await platform.Run.Api.TryReadPipelineAsync()).Dead);
        var (status, receipt) = await platform.Run.Api.SendAsync(HttpMethod.Post, $"api/v1/deadletters/{letter}/replay");
        Assert.Equal((HttpStatusCode.Accepted, "article"), (status, receipt.GetProperty("replayed").GetString()));
    }

    private async Task<string?> TryFindLetterAsync(string id) =>
        (await platform.Run.Api.ListAsync("api/v1/deadletters", limit: 200))
            .Where(letter => letter.GetProperty("articleId").GetString() == id && letter.GetProperty("kind").GetString() == "permanent")
            .Select(letter => letter.GetProperty("id").GetString())
            .FirstOrDefault();

    private async Task SpoilAsync(string id)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(platform.Broker.Uri) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var message = await Eventually.BecomesAsync(() => TryTakeAsync(channel, id), found => found is not null, Patience, $"the event of {id}");
        var envelope = JsonNode.Parse(message!.Body.Span)!;
        envelope["message"]!["content"] = "spoilt";
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties(message.BasicProperties), Encoding.UTF8.GetBytes(envelope.ToJsonString()));
    }

    // Others' events go back into the queue when the channel closes.
    private static async Task<BasicGetResult?> TryTakeAsync(IChannel channel, string id)
    {
        var message = await channel.BasicGetAsync(Queue, autoAck: false);
        if (message is null || !Encoding.UTF8.GetString(message.Body.Span).Contains(id, StringComparison.Ordinal))
        {
            return null;
        }

        await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        return message;
    }
}
