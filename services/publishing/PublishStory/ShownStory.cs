namespace NewsPlatform.Publishing.PublishStory;

/// <summary>What readers see of a story beside its articles, each of which tells of itself: when this changes, the change log tells of the story.</summary>
/// <param name="Title">One that a visible article bears.</param>
/// <param name="Language">Of most of its articles.</param>
/// <param name="IsOpen">False once readers find nothing in it any more.</param>
/// <param name="MergedInto">The story to read instead.</param>
/// <param name="SplitFrom">The story out of which it was split.</param>
/// <param name="Moved">Stands for the last articles that were moved into it: these tell nothing of themselves.</param>
internal sealed record ShownStory(string Title, string Language, bool IsOpen, string? MergedInto, string? SplitFrom, string? Moved);

/// <summary>A story with what readers were last shown of it.</summary>
/// <param name="Story">As announced.</param>
/// <param name="Version">How often what readers see has changed; 0 = never shown.</param>
/// <param name="Shown">What they see; null when never shown.</param>
/// <param name="ToldVersion">Up to which the change log was told.</param>
internal sealed record StoryShowing(PublishedStory Story, long Version, ShownStory? Shown, long ToldVersion)
{
    /// <summary>The showing after a look; itself when nothing changed.</summary>
    /// <param name="title">The title that readers may see; null without a visible article.</param>
    public StoryShowing After(string? title)
    {
        // What the announcement calls empty is over, also where its articles have not been moved here yet.
        var next = title is null || Story.Emptied
            ? Shown is null ? null : Shown with { IsOpen = false, MergedInto = Story.MergedInto }
            : new ShownStory(title, Story.Language, IsOpen: true, MergedInto: null, Story.SplitFrom, Story.Moved);
        return next is null || next == Shown ? this : this with { Version = Version + 1, Shown = next };
    }
}
