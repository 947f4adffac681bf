using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>
/// What an entry of the change log is about, as readers were told it then: the payload of the log. It stays when the article goes, so that
/// whoever follows a part of the news is also told what leaves that part.
/// </summary>
internal sealed record ChangeAbout
{
    private static readonly JsonSerializerOptions Json = new(JsonDefaults.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required string Title { get; init; }
    public string? Url { get; init; }
    public required ChangeLabels Labels { get; init; }

    /// <summary>What the entry before told, where that is something else.</summary>
    public ChangeLabels? Before { get; init; }

    /// <summary>Of a story: the one to read instead.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Of a story: the one out of which it was split.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>True when an entry before this one told no labels (version 0.1): it may have stood in any part of the news.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBeforeUnknown { get; init; }

    public static ChangeAbout Of(PublishedArticle article)
    {
        string?[] sections = [article.Content.Section, article.Analysis.Section];
        return new ChangeAbout
        {
            Title = article.Content.Title,
            Url = article.Content.Url,
            Labels = new ChangeLabels(
                article.Analysis.Language,
                article.Content.Source.Id,
                [.. sections.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)],
                [.. article.Analysis.Entities.Select(entity => entity.Name).Distinct(StringComparer.OrdinalIgnoreCase).Take(ChangeLabels.MaximumEntities)],
                article.StoryId),
        };
    }

    public static ChangeAbout Of(StoryShowing story) => new()
    {
        Title = story.Shown!.Title,
        Labels = new ChangeLabels(story.Shown.Language, null, [], [], story.Story.StoryId),
        MergedInto = story.Shown.MergedInto,
        SplitFrom = story.Shown.SplitFrom,
    };

    /// <summary>Null for an entry of version 0.1, which told nothing.</summary>
    public static ChangeAbout? Read(string payload) => payload.Length == 0 ? null : JsonSerializer.Deserialize<ChangeAbout>(payload, Json);

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The payload that tells of an article's state after what the log told last.</summary>
    /// <param name="state">A state that readers may know of.</param>
    /// <param name="told">The article's last entry; null when this is the first.</param>
    public static string Next(ArticleState state, LogEntry? told)
    {
        var before = told is null ? null : Read(told.Payload);
        var now = state.Standing == Standing.Visible ? Read(state.About ?? "") : before;
        if (now is null)
        {
            return "";
        }

        var labels = now.Labels with { StoryId = state.StoryId ?? now.Labels.StoryId };
        return (now with
        {
            Labels = labels,
            Before = before is null || IsSame(before.Labels, labels) ? null : before.Labels,
            IsBeforeUnknown = told is not null && before is null,
        }).Write();
    }

    // By what they are written as: records compare lists by reference.
    private static bool IsSame(ChangeLabels one, ChangeLabels other) => JsonSerializer.Serialize(one, Json) == JsonSerializer.Serialize(other, Json);
}
