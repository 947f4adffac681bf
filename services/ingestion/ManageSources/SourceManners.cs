namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>What polling learned of a site's manners; forgotten when its source is described anew or revived.</summary>
internal sealed record SourceManners
{
    /// <summary>Polls since the list was last fetched without conditions.</summary>
    public int ConditionalPolls { get; init; }

    /// <summary>When a 304 turned out to deny a change: from then on the list is asked for without conditions. Null = the site tells the truth.</summary>
    public DateTimeOffset? ConditionsOffSince { get; init; }

    /// <summary>Where the list has moved for good by the site's word; null when the last poll was not redirected so.</summary>
    public PermanentMove? Move { get; init; }

    /// <summary>Addresses that were left for where they redirected to, the newest first.</summary>
    public IReadOnlyList<FormerAddress> Formerly { get; init; } = [];

    /// <summary>How often the site said that the list is gone for good (410) since the last success.</summary>
    public GoneWord? Gone { get; init; }
}

/// <summary>A permanent redirect that is seen poll after poll.</summary>
/// <param name="Target">Where all 301 and 308 from the source's address on lead.</param>
/// <param name="Times">Successful polls in a row that were led there.</param>
/// <param name="Since">The first of them.</param>
internal sealed record PermanentMove(Uri Target, int Times, DateTimeOffset Since);

/// <summary>An address that the source had before it moved.</summary>
internal sealed record FormerAddress(Uri Url, DateTimeOffset LeftAt);

/// <summary>Answers 410 since the last success.</summary>
internal sealed record GoneWord(int Times, DateTimeOffset Since);
