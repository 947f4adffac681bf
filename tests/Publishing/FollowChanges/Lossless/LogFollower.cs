using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>A client that follows the change log and keeps what it was told.</summary>
/// <param name="source">Follows only that source's articles; null = everything.</param>
internal abstract class LogFollower(string? source)
{
    private readonly ConcurrentDictionary<string, long> _shown = [];
    private readonly ConcurrentDictionary<string, string?> _stories = [];
    private long _last;

    /// <summary>Where it stands.</summary>
    public long Position { get; protected set; } = 1;

    protected string? Cursor { get; set; }

    protected string Filter => source is null ? "" : $"&source={source}";

    public bool Describes(string ofSource) => source is null || source == ofSource;

    /// <summary>The revision that it believes to be shown; null when none.</summary>
    public long? Shown(string articleId) => _shown.TryGetValue(articleId, out var revision) ? revision : null;

    /// <summary>The title that it believes a story to bear; null when it believes that there is nothing to read.</summary>
    public string? Story(string storyId) => _stories.GetValueOrDefault(storyId);

    public bool FollowsStories => source is null;

    public override string ToString() => $"{GetType().Name}{(source is null ? "" : $" of {source}")}";

    public async Task FollowAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await FollowOnAsync(over);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The process ended or the connection was cut: on with the cursor at whoever answers.
                await Task.Yield();
            }
        }
    }

    /// <summary>Asks one process until it is gone or the follower has enough of it.</summary>
    protected abstract Task FollowOnAsync(CancellationToken over);

    protected void StandAt(string cursor)
    {
        Cursor = cursor;
        Position = long.Parse(cursor.AsSpan(cursor.LastIndexOf(':') + 1));
    }

    protected void Take(JsonNode change)
    {
        var (position, id, revision) = ((long)change["position"]!, (string?)change["articleId"], (long?)change["revision"]);
        if (position <= _last || (source is null && position != _last + 1))
        {
            throw new FollowedWronglyException($"{this} was told position {position} after {_last}.");
        }

        _last = position;
        if (id is null || revision is null)
        {
            _stories[(string)change["storyId"]!] = (string)change["type"]! is "story-opened" or "story-changed" ? (string?)change["about"]!["title"] : null;
            return;
        }

        if (change["left"] is not null || (string)change["type"]! is "withdrawn" or "expired")
        {
            _shown.TryRemove(id, out _);
        }
        else
        {
            _shown[id] = revision.Value;
        }
    }
}

/// <summary>The log was told wrongly.</summary>
internal sealed class FollowedWronglyException(string message) : Exception(message);
