using System.Globalization;
using MassTransit;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.PublishStory;

/// <summary>Stores announced stories, many in one commit, and answers with the versions then held.</summary>
internal sealed class StoryPublisher : IAsyncDisposable
{
    private readonly GroupCommitWriter<StoryChanged, PublishedStory> _group;
    private readonly IStoryReadStore _stories;
    private readonly IArticleReadStore _articles;
    private readonly ShownStories _shown;
    private readonly ChangeLog _changes;
    private readonly IBus _bus;

    public StoryPublisher(IStoryReadStore stories, IArticleReadStore articles, ShownStories shown, ChangeLog changes, IBus bus)
    {
        (_stories, _articles, _shown, _changes, _bus) = (stories, articles, shown, changes, bus);
        _group = new GroupCommitWriter<StoryChanged, PublishedStory>("publish-story", CommitAsync);
    }

    /// <summary>Completes when the story is stored and answered; gives the story then held.</summary>
    public Task<PublishedStory> PublishAsync(StoryChanged changed, CancellationToken ct) => _group.WriteAsync(changed, ct);

    public ValueTask DisposeAsync() => _group.DisposeAsync();

    private async Task<IReadOnlyList<PublishedStory>> CommitAsync(IReadOnlyList<StoryChanged> changes, CancellationToken ct)
    {
        var held = await _stories.PutNewerAsync(await NoteMovesAsync(changes, ct), ct);

        // A merge or split moves articles without a new revision of theirs. Versions are compared an article, so an old announcement moves nothing back.
        var joined = await _articles.JoinStoriesAsync([.. changes.SelectMany(MembershipsOf)], ct);
        await _shown.TellAsync([.. changes.Select(changed => changed.StoryId), .. joined.Select(article => article.LeftStoryId)], ct);
        await _bus.Publish(
            new StoriesPublished
            {
                AnsweredAt = _changes.Now,
                Epoch = await _changes.ReadEpochAsync(ct),
                Stories = [.. held.DistinctBy(story => story.StoryId).Select(story => new HeldStory(story.StoryId, story.Version))],
            },
            ct).InTimeAsync();
        return held;
    }

    // An announcement names whatever was moved at some time, after a restore of enrichment's store all that may have been: what is news of it, the articles' states tell.
    // They are read before the stories are: what another process moves meanwhile is noted there or here.
    private async Task<IReadOnlyList<PublishedStory>> NoteMovesAsync(IReadOnlyList<StoryChanged> changes, CancellationToken ct)
    {
        var newest = changes.SelectMany(MembershipsOf).GroupBy(joined => joined.ArticleId).ToDictionary(article => article.Key, article => article.MaxBy(joined => joined.Version)!);
        var movedTo = (await _articles.ReadStatesAsync(newest.Keys, ct))
            .Where(state => state.Standing == Standing.Visible && newest[state.ArticleId].Version > state.StoryVersion && newest[state.ArticleId].StoryId != state.StoryId)
            .Select(state => newest[state.ArticleId].StoryId).ToHashSet(StringComparer.Ordinal);
        var noted = (await _stories.ReadShowingsAsync([.. changes.Select(changed => changed.StoryId).Distinct()], ct)).ToDictionary(showing => showing.Story.StoryId, showing => showing.Story.Moved);
        return [.. changes.Select(changed => StoryOf(changed, movedTo.Contains(changed.StoryId) ? changed.Version.ToString(CultureInfo.InvariantCulture) : noted.GetValueOrDefault(changed.StoryId)))];
    }

    private static IEnumerable<StoryMembership> MembershipsOf(StoryChanged changed) =>
        changed.ArticleIds.Select(articleId => new StoryMembership(articleId, changed.StoryId, changed.Version));

    private static PublishedStory StoryOf(StoryChanged changed, string? moved) => new()
    {
        StoryId = changed.StoryId,
        Version = changed.Version,
        Title = changed.Title,
        Language = changed.Language,
        Emptied = (changed.ArticleCount ?? changed.ArticleIds.Count) == 0,
        MergedInto = changed.MergedInto,
        SplitFrom = changed.SplitFrom,
        Moved = moved,
        FirstSeenAt = changed.FirstSeenAt,
        ChangedAt = changed.ChangedAt,
    };
}
