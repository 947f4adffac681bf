using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>How a poll ended.</summary>
/// <param name="ItemCount">Items of the list; null when nothing changed.</param>
/// <param name="Failure">What went wrong; null when nothing did.</param>
/// <param name="EstimatedMisses">Items that came and went since the last poll, as a guess.</param>
internal sealed record PollOutcome(int? ItemCount, PollFailure? Failure = null, int EstimatedMisses = 0)
{
    /// <summary>Items that neither the poll before nor a hub since had shown.</summary>
    public IReadOnlyList<string> FreshIds { get; init; } = [];

    public int Fresh => FreshIds.Count;

    /// <summary>True when the list came and was read; only then is <see cref="Offer"/> the feed's word of today.</summary>
    public bool WasRead { get; init; }

    /// <summary>What the list says of the paper; null when it was not read.</summary>
    public SourceImprint? Imprint { get; init; }

    /// <summary>The hub that the feed names; null = none.</summary>
    public HubOffer? Offer { get; init; }

    /// <summary>How long the source may be left to its hub; null = it is polled at its own pace.</summary>
    public TimeSpan? HubRest { get; init; }

    /// <summary>How far back the list reaches.</summary>
    public TimeSpan? Covers { get; init; }

    public SiteHints Hints { get; init; } = SiteHints.None;

    /// <summary>Where the list moved for good by the site's word.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>True when the whole list was asked for, without conditions.</summary>
    public bool WasFull { get; init; }

    /// <summary>True when a conditional request was told that nothing changed although something had.</summary>
    public bool ChangeWasDenied { get; init; }
}

/// <summary>Why a poll gave no list.</summary>
/// <param name="Sentence">What happened, where, and what to do.</param>
/// <param name="Weight">How much it says against the source.</param>
/// <param name="IsGone">The site says that the list is gone for good (410).</param>
/// <param name="RetryAfter">How long the site asks to be left alone.</param>
internal sealed record PollFailure(string Sentence, FailureWeight Weight, bool IsGone = false, TimeSpan? RetryAfter = null)
{
    /// <summary>Strikes, of which a source has only so many.</summary>
    public double Strikes => Weight switch { FailureWeight.Passing => 0.25, FailureWeight.Soft => 0.5, _ => 1 };
}

/// <summary>How much a failure says against a source (Media Cloud's classes).</summary>
internal enum FailureWeight
{
    /// <summary>Busy, too slow, unreachable: passes by itself.</summary>
    Passing,

    /// <summary>Often passes, though it need not: 404, no such name, no trust in the certificate.</summary>
    Soft,

    /// <summary>Nothing of what was given can be used.</summary>
    Hard,
}

/// <summary>What a delivery of a hub held.</summary>
/// <param name="Ids">Its items.</param>
/// <param name="HasNews">Some of them were not known.</param>
internal sealed record AdoptedList(IReadOnlyCollection<string> Ids, bool HasNews);
