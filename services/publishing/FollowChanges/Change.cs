using System.Text.Json.Serialization;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>An entry of the change log with its payload read.</summary>
/// <param name="Entry">As the log holds it.</param>
/// <param name="About">Null for an entry of version 0.1.</param>
internal sealed record Change(LogEntry Entry, ChangeAbout? About)
{
    public static Change Of(LogEntry entry) => new(entry, ChangeAbout.Read(entry.Payload));
}

/// <summary>One entry of the change log in the API.</summary>
internal sealed record ChangeResource
{
    /// <summary>Ascending without a gap in an unfiltered log.</summary>
    public required long Position { get; init; }

    /// <summary>published, revised, withdrawn or expired of an article; story-opened, story-changed, story-merged or story-closed of a story.</summary>
    public required string Type { get; init; }

    /// <summary>Null for a story.</summary>
    public required string? ArticleId { get; init; }

    /// <summary>The article's revision that the entry tells; null for a story.</summary>
    public required long? Revision { get; init; }

    /// <summary>The story that the entry tells of; not given for an article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StoryId { get; init; }

    /// <summary>How often what readers see of the story has changed; not given for an article.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Version { get; init; }

    /// <summary>When readers could first see it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True when a revision left the part of the news that the filters describe: it matched before and does not any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Left { get; init; }

    /// <summary>What readers saw then; of what was withdrawn, what they had seen. Null for entries of version 0.1.</summary>
    public required ChangeDescription? About { get; init; }

    public static ChangeResource Of(Change change, bool left = false)
    {
        var (entry, storyId) = (change.Entry, ChangeSubject.StoryOf(change.Entry.Subject));
        return new ChangeResource
        {
            Position = entry.Position,
            Type = entry.Kind,
            ArticleId = storyId is null ? entry.Subject : null,
            Revision = storyId is null ? entry.Revision : null,
            StoryId = storyId,
            Version = storyId is null ? null : entry.Revision,
            At = entry.At,
            Left = left,
            About = change.About is { } about ? ChangeDescription.Of(about) : null,
        };
    }
}

/// <summary>What an entry of the change log is about, in short.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Url">At the publisher's; null when there is none.</param>
/// <param name="Language">ISO 639-1 code or <c>und</c>.</param>
/// <param name="Source">The source's id; null for a story.</param>
/// <param name="Sections">As printed, and the category.</param>
/// <param name="Entities">Persons, organisations and places named, at most 50.</param>
/// <param name="StoryId">The story that it stood in, or is.</param>
/// <param name="MergedInto">Of a story: the one to read instead.</param>
/// <param name="SplitFrom">Of a story: the one out of which it was split.</param>
internal sealed record ChangeDescription(
    string Title,
    string? Url,
    string? Language,
    string? Source,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Entities,
    string? StoryId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MergedInto = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? SplitFrom = null)
{
    public static ChangeDescription Of(ChangeAbout about) => new(
        about.Title, about.Url, about.Labels.Language, about.Labels.Source, about.Labels.Sections, about.Labels.Entities, about.Labels.StoryId, about.MergedInto, about.SplitFrom);
}

/// <summary>What the entries of the change log are told apart by: an article by its id, a story by <c>story:</c> and its id.</summary>
internal static class ChangeSubject
{
    private const string Story = "story:";

    public static string OfStory(string storyId) => Story + storyId;

    /// <summary>The story's id; null for an article.</summary>
    public static string? StoryOf(string subject) => subject.StartsWith(Story, StringComparison.Ordinal) ? subject[Story.Length..] : null;
}
