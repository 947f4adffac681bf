using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>The words of the change log.</summary>
internal static class ChangeTypes
{
    /// <summary>An article's first entry, whatever its revision.</summary>
    public const string Published = "published";
    public const string Revised = "revised";
    public const string Withdrawn = "withdrawn";

    /// <summary>Taken off by the retention policy.</summary>
    public const string Expired = "expired";

    /// <summary>Readers find a story, for the first time or again.</summary>
    public const string StoryOpened = "story-opened";

    /// <summary>Its title or language changed, or articles were moved into it; an article that joins as it comes tells of itself.</summary>
    public const string StoryChanged = "story-changed";
    public const string StoryMerged = "story-merged";

    /// <summary>Nothing is in it any more.</summary>
    public const string StoryClosed = "story-closed";

    /// <summary>All of them, as a filter may name them.</summary>
    public static IReadOnlyList<string> All { get; } = [Published, Revised, Withdrawn, Expired, StoryOpened, StoryChanged, StoryMerged, StoryClosed];

    public static string Of(Standing standing) => standing switch
    {
        Standing.Withdrawn => Withdrawn,
        Standing.Expired => Expired,
        _ => Revised,
    };

    /// <summary>What to tell of a story after the last that was told of it; null when there is nothing to take back.</summary>
    public static string? Of(ShownStory shown, string? told) => (shown.IsOpen, told) switch
    {
        (true, null or StoryMerged or StoryClosed) => StoryOpened,
        (true, _) => StoryChanged,
        (false, null) => null,
        _ => shown.MergedInto is null ? StoryClosed : StoryMerged,
    };
}
