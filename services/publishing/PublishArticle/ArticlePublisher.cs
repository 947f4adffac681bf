using MassTransit;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>
/// Brings changes of articles before the readers, many in one commit: store, log, answer. Killed between any two, a redelivery ends in
/// the same state, the same log and the same answer.
/// </summary>
internal sealed class ArticlePublisher : IAsyncDisposable
{
    private readonly GroupCommitWriter<ArticleChange, ArticleState> _group;
    private readonly IArticleReadStore _store;
    private readonly ShownStories _stories;
    private readonly ChangeLog _changes;
    private readonly IBus _bus;

    public ArticlePublisher(IArticleReadStore store, ShownStories stories, ChangeLog changes, IBus bus)
    {
        (_store, _stories, _changes, _bus) = (store, stories, changes, bus);
        _group = new GroupCommitWriter<ArticleChange, ArticleState>("publish-article", CommitAsync);
    }

    /// <summary>Completes when the change is stored, logged and answered; gives the state then held.</summary>
    public Task<ArticleState> PublishAsync(ArticleChange change, CancellationToken ct) => _group.WriteAsync(change, ct);

    public ValueTask DisposeAsync() => _group.DisposeAsync();

    private async Task<IReadOnlyList<ArticleState>> CommitAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct)
    {
        var stored = await _store.PutNewerAsync(changes, ct);
        var recorded = await _changes.RecordAsync(stored, ct);
        await _stories.TellAsync(stored.SelectMany(state => new[] { state.StoryId, state.LeftStoryId }), ct);
        var held = recorded.DistinctBy(state => state.ArticleId).ToDictionary(state => state.ArticleId);

        // Also for a duplicate or an older revision: the first attempt may have died before it answered.
        await _bus.Publish(Answers.Of(held.Values, await _changes.ReadEpochAsync(ct), _changes.Now), ct).InTimeAsync();
        return [.. changes.Select(change => held[change.ArticleId])];
    }
}
