namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What each reader (an API key, by its name) follows and marked, and the numbers by which apps know articles.</summary>
internal interface IReaderStore
{
    /// <summary>Null for a reader who never changed anything.</summary>
    Task<ReaderProfile?> TryFindAsync(string reader, CancellationToken ct);

    /// <summary>Stores the profile unless another one of its version was stored first: then false, and nothing changed.</summary>
    Task<bool> TryPutAsync(string reader, ReaderProfile profile, CancellationToken ct);

    /// <summary>Notes changes; what a change does not tell stays as it was.</summary>
    Task MarkAsync(string reader, IReadOnlyCollection<ReaderMark> marks, CancellationToken ct);

    /// <summary>The marks of those of the articles that have some.</summary>
    Task<IReadOnlyDictionary<string, ReaderMark>> ReadMarksAsync(string reader, IReadOnlyCollection<string> articleIds, CancellationToken ct);

    /// <summary>Marks in the order of the articles' time, the newest first unless told.</summary>
    Task<IReadOnlyList<ReaderMark>> ListMarksAsync(string reader, ReaderMarkQuery query, CancellationToken ct);

    /// <summary>How many marks the reader has.</summary>
    Task<int> CountMarksAsync(string reader, CancellationToken ct);

    /// <summary>Forgets the marks of articles up to that place in time, but for the stars.</summary>
    Task ForgetReadAsync(string reader, long upTo, CancellationToken ct);

    /// <summary>A number for each article, the same for good and no other's: 1 to 2^63 − 1.</summary>
    Task<IReadOnlyDictionary<string, long>> NumberAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct);

    /// <summary>The articles of those of the numbers that were given.</summary>
    Task<IReadOnlyDictionary<long, string>> FindNumberedAsync(IReadOnlyCollection<long> numbers, CancellationToken ct);
}

/// <summary>What a reader follows.</summary>
/// <param name="Version">One more with every change; 1 at the first.</param>
/// <param name="Subscriptions">In the order in which they were added.</param>
/// <param name="ReadUpTo">Articles up to this place in time count as read, unless a mark says otherwise.</param>
/// <param name="OldestUnread">The oldest place of which a mark says otherwise; null = none does.</param>
/// <param name="Preferences">What apps keep for themselves; null = nothing.</param>
internal sealed record ReaderProfile(
    long Version, IReadOnlyList<ReaderSubscription> Subscriptions, long ReadUpTo, long? OldestUnread = null, IReadOnlyList<ReaderPreference>? Preferences = null)
{
    /// <summary>Everything before this place in time is read: there is no need to look.</summary>
    public long UnreadFrom => Math.Min(OldestUnread ?? long.MaxValue, ReadUpTo + 1);

    /// <summary>With this feed, or with it changed where it is followed already.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="title">Null = as it is.</param>
    /// <param name="label">Null = as it is.</param>
    /// <param name="unlabels">True: in no folder, where no label is given.</param>
    public ReaderProfile With(ReaderSubscription feed, string? title, string? label, bool unlabels)
    {
        var held = Subscriptions.FirstOrDefault(known => known.Id == feed.Id) ?? feed;
        var next = held with { Title = title ?? held.Title, Label = label ?? (unlabels ? null : held.Label) };
        return Subscriptions.Any(known => known.Id == feed.Id)
            ? this with { Subscriptions = [.. Subscriptions.Select(known => known.Id == feed.Id ? next : known)] }
            : this with { Subscriptions = [.. Subscriptions, next] };
    }

    public ReaderProfile Without(string id) => this with { Subscriptions = [.. Subscriptions.Where(feed => feed.Id != id)] };
}

/// <summary>What an app keeps on the server for itself.</summary>
/// <param name="Stream">Of which stream; null = of none.</param>
/// <param name="Name">The app's word for it.</param>
/// <param name="Value">Whatever it gave.</param>
internal sealed record ReaderPreference(string? Stream, string Name, string Value);

/// <summary>A feed that a reader follows.</summary>
/// <param name="Id">The stream's id, <c>feed/…</c>.</param>
/// <param name="Filters">Of the articles, as a query string of <c>/api/v1/articles</c>; empty = all.</param>
/// <param name="Title">For people.</param>
/// <param name="Label">The folder; null = none.</param>
internal sealed record ReaderSubscription(string Id, string Filters, string Title, string? Label);

/// <summary>What a reader says of an article.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Key">Its place in time.</param>
/// <param name="Read">Null in a change: not told; null as held: as <see cref="ReaderProfile.ReadUpTo"/> says.</param>
/// <param name="Starred">Null in a change: not told.</param>
internal sealed record ReaderMark(string ArticleId, long Key, bool? Read, bool? Starred);

/// <summary>Which marks to list.</summary>
/// <param name="IsStarred">True: the stars; false: what is marked read.</param>
/// <param name="After">The place after which to begin; null = from the start.</param>
/// <param name="OldestFirst">The order.</param>
/// <param name="Limit">At most so many.</param>
internal sealed record ReaderMarkQuery(bool IsStarred, SearchArticles.HitPlace? After, bool OldestFirst, int Limit);
