using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>What readers may know of an article. (2 was the embargo of version 0.1; an embargoed revision stands beside the state now.)</summary>
internal enum Standing
{
    /// <summary>Only its story or a revision under embargo is known: readers know nothing of it yet.</summary>
    Awaited = 0,
    Visible = 1,

    /// <summary>Taken back: the content is gone, the tombstone stays for good.</summary>
    Withdrawn = 3,

    /// <summary>Taken off by the retention policy: like withdrawn, but told apart.</summary>
    Expired = 4,
}

/// <summary>What this service holds of one article, without its content: the newest revision that readers may know of, and beside it one under embargo.</summary>
internal sealed record ArticleState
{
    public required string ArticleId { get; init; }

    /// <summary>The newest revision that readers may know of; 0 while <see cref="Standing.Awaited"/>.</summary>
    public required long Revision { get; init; }

    public required Standing Standing { get; init; }
    public string? StoryId { get; init; }
    public long StoryVersion { get; init; }

    /// <summary>The story that it stood in before; null when it never moved.</summary>
    public string? LeftStoryId { get; init; }

    /// <summary>The story decision that stands in the content shown; 0 without one, and from before this was kept. Behind <see cref="StoryVersion"/> where the article was moved since.</summary>
    public long DecisionVersion { get; init; }

    /// <summary>A newer revision that waits for <see cref="ReleaseAt"/>; readers see <see cref="Revision"/> until then.</summary>
    public long? PendingRevision { get; init; }

    /// <summary>The story decision that stands in the content of <see cref="PendingRevision"/>; 0 without one.</summary>
    public long PendingDecisionVersion { get; init; }

    /// <summary>Of the newest revision held, as <see cref="AssignedAt"/> and <see cref="StoredAt"/> are: what ingestion is answered.</summary>
    public DateTimeOffset? AnalyzedAt { get; init; }

    public DateTimeOffset? AssignedAt { get; init; }
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The embargo's end; null once the release is through (or without an embargo).</summary>
    public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>What the change log tells of the visible revision, as <see cref="ChangeAbout.Write"/> gives it; null when nothing is visible, and from version 0.1.</summary>
    public string? About { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawalReason { get; init; }

    /// <summary>Whether readers see another content than before: of a newer revision, or the same with a newer decision.</summary>
    /// <param name="held">The state before; null for an article never heard of.</param>
    public bool ShowsAnew(ArticleState? held) => (Revision, DecisionVersion) != (held?.Revision ?? 0, held?.DecisionVersion ?? 0);

    /// <summary>The same of the content under embargo.</summary>
    public bool AwaitsAnew(ArticleState? held) => (PendingRevision, PendingDecisionVersion) != (held?.PendingRevision, held?.PendingDecisionVersion ?? 0);

    /// <summary>True when readers may be told of the revision: the change log holds such states only.</summary>
    public bool IsPublic => Standing != Standing.Awaited;

    /// <summary>The newest revision stored, whether readers may know of it or not; 0 when none is.</summary>
    public long HeldRevision => PendingRevision ?? Revision;

    /// <summary>
    /// The state after a change: a newer revision replaces, a newer story decision moves; one goes without the other. A newer decision on the very revision
    /// shown (after a restore of the story log) leaves its content but for what the decision says: <see cref="PublishedArticle.DecidedAs"/>.
    /// </summary>
    /// <param name="held">Null for an article never heard of.</param>
    /// <param name="change">What came, perhaps late or again.</param>
    public static ArticleState After(ArticleState? held, ArticleChange change)
    {
        var before = held ?? new ArticleState { ArticleId = change.ArticleId, Revision = 0, Standing = Standing.Awaited, StoredAt = DateTimeOffset.UnixEpoch };
        var state = change.IsEmbargoed ? before.Await((ContentChange)change) : before.Show(change);
        return change is ContentChange { Article: { StoryId: not null } article } && article.StoryVersion > state.StoryVersion
            ? state.Move(article.StoryId, article.StoryVersion)
            : state;
    }

    /// <summary>The state after a newer story decision.</summary>
    public ArticleState Move(string storyId, long version) => this with
    {
        StoryId = storyId,
        StoryVersion = version,
        LeftStoryId = StoryId is null || StoryId == storyId ? LeftStoryId : StoryId,
    };

    /// <summary>The state as one who knew the article in that story sees it: stories passed through meanwhile were shown to nobody.</summary>
    public ArticleState LeftSince(string? storyId) => storyId is null || storyId == StoryId ? this : this with { LeftStoryId = storyId };

    /// <summary>The state in which the revision under embargo is shown; <see cref="ReleaseAt"/> stays until the release is settled.</summary>
    /// <param name="article">The content of that revision.</param>
    public ArticleState Release(PublishedArticle article) => this with
    {
        About = ChangeAbout.Of(article).Write(),
        Revision = PendingRevision ?? Revision,
        Standing = Standing.Visible,
        DecisionVersion = PendingRevision is null ? DecisionVersion : PendingDecisionVersion,
        PendingRevision = null,
        PendingDecisionVersion = 0,
        WithdrawnAt = null,
        WithdrawalReason = null,
    };

    /// <summary>Whether the change brings a newer story decision on the very revision that readers see.</summary>
    public bool IsDecidedAnewBy(ArticleChange change) =>
        Standing == Standing.Visible && change.Revision == Revision && change is ContentChange { IsEmbargoed: false, Article.StoryVersion: var decision } && decision > DecisionVersion;

    /// <summary>True when the change came too late to matter.</summary>
    public bool Outdates(ArticleChange change) => (change.IsEmbargoed ? HeldRevision : Revision) > change.Revision;

    private ArticleState Await(ContentChange content) => content.Revision <= HeldRevision && !(content.Revision == PendingRevision && content.Article.StoryVersion > PendingDecisionVersion)
        ? this
        : this with
        {
            PendingRevision = content.Revision,
            PendingDecisionVersion = content.Article.StoryVersion,
            ReleaseAt = content.ReleaseAt,
            AnalyzedAt = content.Article.AnalyzedAt,
            AssignedAt = content.Article.AssignedAt,
            StoredAt = content.Article.StoredAt,
        };

    private ArticleState Show(ArticleChange change)
    {
        if (IsDecidedAnewBy(change))
        {
            var decided = ((ContentChange)change).Article;
            return this with { DecisionVersion = decided.StoryVersion, AssignedAt = PendingRevision is null ? decided.AssignedAt : AssignedAt };
        }

        if (change.Revision <= Revision)
        {
            return this;
        }

        // What waits stays only where it is newer still; then it is also what ingestion hears of.
        var shown = Replace(change);
        return PendingRevision > change.Revision
            ? shown with { PendingRevision = PendingRevision, PendingDecisionVersion = PendingDecisionVersion, ReleaseAt = ReleaseAt, AnalyzedAt = AnalyzedAt, AssignedAt = AssignedAt, StoredAt = StoredAt }
            : shown;
    }

    private ArticleState Replace(ArticleChange change) => change switch
    {
        ContentChange content => new ArticleState
        {
            ArticleId = ArticleId,
            Revision = change.Revision,
            Standing = Standing.Visible,
            StoryId = StoryId,
            StoryVersion = StoryVersion,
            LeftStoryId = LeftStoryId,
            DecisionVersion = content.Article.StoryVersion,
            AnalyzedAt = content.Article.AnalyzedAt,
            AssignedAt = content.Article.AssignedAt,
            StoredAt = content.Article.StoredAt,
            About = ChangeAbout.Of(content.Article).Write(),
        },
        WithdrawalChange withdrawal => new ArticleState
        {
            ArticleId = ArticleId,
            Revision = change.Revision,
            Standing = withdrawal.Expired ? Standing.Expired : Standing.Withdrawn,
            StoryId = StoryId,
            StoryVersion = StoryVersion,
            LeftStoryId = LeftStoryId,
            StoredAt = withdrawal.StoredAt,
            WithdrawnAt = withdrawal.WithdrawnAt,
            WithdrawalReason = withdrawal.Reason,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, "A change is a content or a withdrawal."),
    };
}
