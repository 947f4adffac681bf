namespace NewsPlatform.Contracts.Articles;

/// <summary>Publishing's answer to <see cref="ArticleSighted"/>. Consumed by ingestion/TellSightings.</summary>
public sealed record SightingsNoted
{
    public required string ArticleId { get; init; }

    /// <summary>How many sources the event named: an article with more by now is told again.</summary>
    public required int Sightings { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Epoch of publishing's change log: what an epoch before a restore held may be lost.</summary>
    public required string Epoch { get; init; }
}
