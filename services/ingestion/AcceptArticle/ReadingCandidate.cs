namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>A reading on its way to its article.</summary>
internal sealed class ReadingCandidate
{
    /// <summary>Its place in the group.</summary>
    public required int Index { get; init; }

    public required ArticleReading Reading { get; set; }

    public required string ContentHash { get; init; }

    public required ArticleKeys Keys { get; set; }

    public string ArticleId { get; set; } = string.Empty;

    public bool IsKnown { get; set; }

    /// <summary>Owners of its keys that never got their article.</summary>
    public IReadOnlySet<string> Unmade { get; set; } = new HashSet<string>();

    /// <summary>Since when it waits for the article of another intake; null when it does not.</summary>
    public long? WaitsSince { get; set; }

    public TimeSpan WaitedFor(TimeProvider time)
    {
        WaitsSince ??= time.GetTimestamp();
        return time.GetElapsedTime(WaitsSince.Value);
    }

    public static ReadingCandidate Of(int index, ArticleReading reading)
    {
        var hash = AcceptArticle.ContentHash.Of(reading.Article, reading.EmbargoedUntil);
        return new ReadingCandidate { Index = index, Reading = reading, ContentHash = hash, Keys = ArticleKeys.Of(reading, hash) };
    }

    /// <summary>Takes away what the reading claims and is another article's: the keys, and the address, which is not even to be shown.</summary>
    public void Drop(IReadOnlySet<string> untrue, IReadOnlyDictionary<string, string> owners)
    {
        var claimed = ArticleKeys.OfClaimedAddress(Reading);
        if (claimed.Count > 0 && !Keys.Own.Contains(claimed[0]) && claimed.FirstOrDefault(owners.ContainsKey) is { } held && untrue.Contains(held))
            Reading = Reading with { Article = Reading.Article with { CanonicalUrl = null }, DeniedAddress = claimed[0] };

        Keys = ArticleKeys.Of(Reading, ContentHash).Without(untrue);
    }
}
