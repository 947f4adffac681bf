using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>What belongs to an article beside its words, by the word of its list or its pusher.</summary>
public sealed record ArticleExtras(ArticleComments? Comments = null, ArticlePlace? Place = null, ArticleRecording? Recording = null)
{
    /// <summary>Characters of an address; a longer one counts as none.</summary>
    internal const int MaxAddressLength = 2_048;

    private const int MaxNameLength = 200;
    private const int MaxTypeLength = 100;

    /// <summary>Null when there is nothing.</summary>
    internal static ArticleExtras? Of(ArticleComments? comments, ArticlePlace? place, ArticleRecording? recording) =>
        comments is null && place is null && recording is null ? null : new ArticleExtras(comments, place, recording);

    /// <summary>Null when neither is known.</summary>
    internal static ArticleComments? CommentsOf(string? address, int? count) =>
        Address(address) is { } url ? new ArticleComments(url, count) : count is null ? null : new ArticleComments(Count: count);

    /// <summary>A point off the earth, or half of one, counts as none; null when no name is left either.</summary>
    internal static ArticlePlace? PlaceOf(string? name, double? latitude, double? longitude)
    {
        var shown = string.IsNullOrWhiteSpace(name) ? null : Cut(name.Trim(), MaxNameLength);
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new ArticlePlace(shown, latitude, longitude) : shown is null ? null : new ArticlePlace(shown);
    }

    /// <summary>Null when the address is none that can be fetched, or the type is neither sound nor film.</summary>
    internal static ArticleRecording? RecordingOf(string? address, string? type, long? bytes, TimeSpan? duration, string? transcript) =>
        Address(address) is { } url && IsRecording(type)
            ? new ArticleRecording(url, Cut(type!.Trim(), MaxTypeLength), bytes > 0 ? bytes : null, duration?.TotalSeconds, Address(transcript)) // a type that is one
            : null;

    /// <summary>True for media types of sounds and films.</summary>
    internal static bool IsRecording(string? type) =>
        type?.TrimStart() is { } known && (known.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || known.StartsWith("video/", StringComparison.OrdinalIgnoreCase));

    private static string? Address(string? address) => FeedLink.IsWeb(address) && address!.Length <= MaxAddressLength ? address : null; // none is not of the web

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
