using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>The ids of streams, whoever the user in them is.</summary>
internal static class ReaderStreamIds
{
    public const string ReadingList = "user/-/state/com.google/reading-list";
    public const string Read = "user/-/state/com.google/read";
    public const string Starred = "user/-/state/com.google/starred";
    public const string Unread = "user/-/state/com.google/kept-unread";
    public const string LabelPrefix = "user/-/label/";

    /// <summary>What some apps add beside <see cref="Unread"/>; it says nothing more.</summary>
    public const string TrackingUnread = "user/-/state/com.google/tracking-kept-unread";

    /// <summary>With <c>-</c> for the user, however the app names him.</summary>
    public static string Normal(string id) => id.Split('/', 3) is ["user", _, var rest] ? $"user/-/{rest}" : id;

    /// <summary>Eight digits by which apps name a feed or folder in the order that they keep.</summary>
    public static string SortId(string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4));

    public static string? LabelOf(string id) => id.StartsWith(LabelPrefix, StringComparison.Ordinal) && id.Length > LabelPrefix.Length ? id[LabelPrefix.Length..] : null;
}

/// <summary>What an app asks of a stream.</summary>
internal sealed record ReaderQuestion
{
    /// <summary>Normal form.</summary>
    public required string Stream { get; init; }

    /// <summary>Leaves out what is read.</summary>
    public bool WithoutRead { get; init; }

    /// <summary>Leaves out what is not starred.</summary>
    public bool OnlyStarred { get; init; }

    /// <summary>Leaves out what is not read.</summary>
    public bool OnlyRead { get; init; }

    /// <summary>Leaves out what came in before.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Leaves out what was published after.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool OldestFirst { get; init; }

    /// <summary>Where the answer before ended; null = from the start.</summary>
    public HitPlace? After { get; init; }

    public required int Limit { get; init; }

    /// <summary>True where the marks say which articles, whatever the reader follows; else a feed or folder does.</summary>
    public bool IsOfMarks => Stream is ReaderStreamIds.Starred or ReaderStreamIds.Read || (Stream == ReaderStreamIds.ReadingList && (OnlyStarred || OnlyRead));
}

/// <summary>A part of a stream.</summary>
/// <param name="Items">In order.</param>
/// <param name="Next">Where to go on; null at the end.</param>
internal sealed record ReaderPart(IReadOnlyList<ReaderEntry> Items, HitPlace? Next);

/// <summary>An article as a reader has it.</summary>
/// <param name="Place">Where it lies in time.</param>
/// <param name="IsRead">True when it is.</param>
/// <param name="IsStarred">True when it is.</param>
internal sealed record ReaderEntry(HitPlace Place, bool IsRead, bool IsStarred);
