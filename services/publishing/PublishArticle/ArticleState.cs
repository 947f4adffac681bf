namespace NewsPlatform.Publishing.PublishArticle;

/// <summary>What readers may know of an article.</summary>
internal enum Standing
{
    /// <summary>Only its story is known: the article itself has not come yet.</summary>
    Awaited = 0,
    Visible = 1,

    /// <summary>Stored, but not to be shown before <see cref="ArticleState.ReleaseAt"/>.</summary>
    Embargoed = 2,

    /// <summary>Taken back: the content is gone, the tombstone stays for good.</summary>
    Withdrawn = 3,

    /// <summary>Taken off by the retention policy: like withdrawn, but told apart.</summary>
    Expired = 4,
}

/// <summary>The newest revision of one article that this service holds, without its content.</summary>
internal sealed record ArticleState
{
    public required string ArticleId { get; init; }

    /// <summary>0 while <see cref="Standing.Awaited"/>.</summary>
    public required long Revision { get; init; }

    public required Standing Standing { get; init; }
    public string? StoryId { get; init; }
    public long StoryVersion { get; init; }
    public DateTimeOffset? AnalyzedAt { get; init; }
    public DateTimeOffset? AssignedAt { get; init; }
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>The embargo's end; null once the release is through (or without an embargo).</summary>
    public DateTimeOffset? ReleaseAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? WithdrawalReason { get; init; }

    /// <summary>True when readers may be told of the revision: the change log holds such states only.</summary>
    public bool IsPublic => Standing is Standing.Visible or Standing.Withdrawn or Standing.Expired;

    /// <summary>The state after a change: a newer revision replaces, a newer story decision moves; one goes without the other.</summary>
    /// <param name="held">Null for an article never heard of.</param>
    /// <param name="change">What came, perhaps late or again.</param>
    public static ArticleState After(ArticleState? held, ArticleChange change)
    {
        var state = held is null || change.Revision > held.Revision ? Replace(held, change) : held;
        return change is ContentChange { Article: { StoryId: not null } article } && article.StoryVersion > state.StoryVersion
            ? state with { StoryId = article.StoryId, StoryVersion = article.StoryVersion }
            : state;
    }

    private static ArticleState Replace(ArticleState? held, ArticleChange change) => change switch
    {
        ContentChange content => new ArticleState
        {
            ArticleId = change.ArticleId,
            Revision = change.Revision,
            Standing = content.ReleaseAt is null ? Standing.Visible : Standing.Embargoed,
            StoryId = held?.StoryId,
            StoryVersion = held?.StoryVersion ?? 0,
            AnalyzedAt = content.Article.AnalyzedAt,
            AssignedAt = content.Article.AssignedAt,
            StoredAt = content.Article.StoredAt,
            ReleaseAt = content.ReleaseAt,
        },
        WithdrawalChange withdrawal => new ArticleState
        {
            ArticleId = change.ArticleId,
            Revision = change.Revision,
            Standing = withdrawal.Expired ? Standing.Expired : Standing.Withdrawn,
            StoryId = held?.StoryId,
            StoryVersion = held?.StoryVersion ?? 0,
            StoredAt = withdrawal.StoredAt,
            WithdrawnAt = withdrawal.WithdrawnAt,
            WithdrawalReason = withdrawal.Reason,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, "A change is a content or a withdrawal."),
    };
}
