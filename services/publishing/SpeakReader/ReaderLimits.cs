namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What one API key may keep and ask by the Google Reader dialect.</summary>
internal static class ReaderLimits
{
    public const int Subscriptions = 200;

    /// <summary>Characters of a feed's or folder's name, and of a preference's.</summary>
    public const int Name = 200;

    /// <summary>Words that apps keep for themselves.</summary>
    public const int Preferences = 100;

    /// <summary>Characters of one of them: the order of 200 feeds is 1,600.</summary>
    public const int PreferenceValue = 4_096;

    /// <summary>Marks of single articles, read ones and starred ones together.</summary>
    public const int Marks = 100_000;

    /// <summary>Older articles count as read.</summary>
    public const int UnreadDays = 30;

    /// <summary>Unread articles of a subscription are counted up to here.</summary>
    public const int CountedUnread = 1_000;

    /// <summary>Item ids of one answer.</summary>
    public const int Ids = 10_000;

    /// <summary>Items with their contents of one answer.</summary>
    public const int Contents = 200;

    /// <summary>Item ids that one request may name.</summary>
    public const int Named = 1_000;

    /// <summary>Articles that marking a feed or a label as read marks at the most; the whole list knows no such bound.</summary>
    public const int MarkedAtOnce = 10_000;

    /// <summary>Articles looked at for one answer; it goes on by its continuation.</summary>
    public const int Looks = 20_000;
}
