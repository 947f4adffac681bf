namespace NewsPlatform.Publishing.RankStories;

/// <summary>One article of a story, as far as ranking looks at it.</summary>
internal sealed record StoryPulse(string SourceId, DateTimeOffset Time);

/// <summary>How much a story weighs, with the factors that make it up.</summary>
/// <param name="Score">The product of the four factors.</param>
/// <param name="Sources">Different sources that tell it: one source telling it often counts once.</param>
/// <param name="Velocity">1 for a quiet story, more with each article of the last three hours: 1 + ln(1 + articles).</param>
/// <param name="Authority">The mean weight of its sources (<c>Publishing:Authority</c>); 1 unless somebody set one.</param>
/// <param name="Freshness">1 at its newest article, half of it every eight hours.</param>
/// <param name="AsOf">The time that this holds for: the last full five minutes, so that an unchanged story keeps its tag that long.</param>
internal sealed record StoryRank(double Score, int Sources, double Velocity, double Authority, double Freshness, DateTimeOffset AsOf)
{
    /// <summary>Only so many of a story's newest articles count.</summary>
    public const int MaximumPulses = 200;

    private const double HalfLifeHours = 8;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>The rank of a story.</summary>
    /// <param name="pulses">Its newest articles; at least one.</param>
    /// <param name="authorities">Weights by source id; a source without one weighs 1.</param>
    /// <param name="asOf">As <see cref="StepOf"/> gives it.</param>
    public static StoryRank Of(IReadOnlyList<StoryPulse> pulses, IReadOnlyDictionary<string, double> authorities, DateTimeOffset asOf)
    {
        var sources = pulses.Select(pulse => pulse.SourceId).Distinct(StringComparer.Ordinal).ToList();
        var velocity = 1 + Math.Log(1 + pulses.Count(pulse => pulse.Time > asOf - Recent));
        var authority = sources.Average(source => authorities.GetValueOrDefault(source, 1));
        var freshness = Math.Pow(0.5, Math.Max(0, (asOf - pulses.Max(pulse => pulse.Time)).TotalHours) / HalfLifeHours);
        return new StoryRank(sources.Count * velocity * authority * freshness, sources.Count, velocity, authority, freshness, asOf);
    }

    /// <summary>The full five minutes before an instant.</summary>
    public static DateTimeOffset StepOf(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % Step.Ticks), TimeSpan.Zero);
}
