using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>An event in the structured JSON form of CloudEvents 1.0.</summary>
internal sealed record CloudEvent
{
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    /// <summary>The platform was restored from a backup: compare what you hold with what it shows.</summary>
    public const string Restored = Prefix + "log-restored";

    /// <summary>Sent when somebody asks for it.</summary>
    public const string Test = Prefix + "test";

    private const string Prefix = "newsplatform.";

    [JsonPropertyName("specversion")]
    public string SpecVersion => "1.0";

    public required string Id { get; init; }

    /// <summary>The log that it stands in.</summary>
    public required string Source { get; init; }

    public required string Type { get; init; }

    /// <summary>The article's id, or <c>story:</c> and the story's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType => "application/json";

    /// <summary>Of a change: what <c>/api/v1/changes</c> shows of it.</summary>
    public required object Data { get; init; }

    public static CloudEvent Of(ChangeResource change, string epoch, string source) => new()
    {
        Id = new LogCursor(epoch, change.Position).ToString(),
        Source = source,
        Type = Prefix + change.Type,
        Subject = change.StoryId is { } story ? ChangeSubject.OfStory(story) : change.ArticleId,
        Time = change.At,
        Data = change,
    };

    /// <param name="after">Where the log goes on behind it.</param>
    public Message ToMessage(LogCursor after) => new(Id, Type, Subject, ContentType, JsonSerializer.SerializeToUtf8Bytes(this, JsonDefaults.Options), after);
}
