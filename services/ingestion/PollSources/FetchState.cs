using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>
/// What the last complete poll of a source left behind. Written after everything that it speaks for is stored: a poll that dies in
/// between must find its items new again.
/// </summary>
internal sealed record FetchState
{
    public static readonly FetchState Empty = new();

    /// <summary>Kind and address of the list that it speaks of; of any other it says nothing.</summary>
    public string? Of { get; init; }

    public string? ETag { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>Hash of the last document, for servers without validators.</summary>
    public string? BodyHash { get; init; }

    /// <summary>What the feed said last of when it changes; a 304 repeats nothing.</summary>
    public FeedRhythm? Rhythm { get; init; }

    /// <summary>Hash of each item by its key; items that left the list are forgotten, identity keys recognise them anyway.</summary>
    public IReadOnlyDictionary<string, string> Seen { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
