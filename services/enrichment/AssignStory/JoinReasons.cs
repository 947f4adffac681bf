namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Why an article is in its story.</summary>
internal static class JoinReasons
{
    /// <summary>It opened the story.</summary>
    public const string Opened = "opened";

    /// <summary>A member has nearly the same text.</summary>
    public const string SameText = "sameText";

    /// <summary>Its words are like the members' in its language.</summary>
    public const string Words = "words";

    /// <summary>Names and figures of a story told in other languages.</summary>
    public const string Names = "names";

    /// <summary>A newer revision of a member.</summary>
    public const string Revision = "revision";

    /// <summary>Its story and this one turned out to be one.</summary>
    public const string Bridged = "bridged";

    /// <summary>Its story fell apart, and this is its part.</summary>
    public const string FellApart = "fellApart";

    /// <summary>An editor merged its story into this one.</summary>
    public const string Merged = "merged";

    /// <summary>An editor split it off.</summary>
    public const string Split = "split";

    /// <summary>An editor put it here.</summary>
    public const string Pinned = "pinned";
}
