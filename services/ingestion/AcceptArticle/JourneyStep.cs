namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>One thing that happened to a revision.</summary>
/// <param name="Stage">One of <see cref="Stages"/>.</param>
/// <param name="Outcome">How the stage ended, one word.</param>
/// <param name="At">When.</param>
/// <param name="Detail">A sentence or number for people; null when there is nothing to add.</param>
/// <param name="Revision">The revision that it happened to.</param>
internal sealed record JourneyStep(string Stage, string Outcome, DateTimeOffset At, string? Detail, long Revision);

/// <summary>The closed set of journey stages.</summary>
internal static class Stages
{
    public const string Accepted = "accepted";
    public const string Dispatched = "dispatched";
    public const string Analyzed = "analyzed";
    public const string Grouped = "grouped";
    public const string Published = "published";
    public const string Withdrawn = "withdrawn";
    public const string Expired = "expired";
    public const string Faulted = "faulted";
    public const string Dead = "dead";
    public const string Replayed = "replayed";
    public const string Reopened = "reopened";
}

/// <summary>Writes the story of an article's revisions.</summary>
internal static class Journey
{
    /// <summary>Steps kept in an article's row; the oldest after the very first give way.</summary>
    public const int MaxSteps = 60;

    public static Article WithStep(this Article article, string stage, string outcome, DateTimeOffset at, string? detail = null) =>
        article.WithSteps([new JourneyStep(stage, outcome, at, detail, article.Revision)]);

    public static Article WithSteps(this Article article, IReadOnlyList<JourneyStep> added)
    {
        IReadOnlyList<JourneyStep> all = [.. article.Steps, .. added];

        return article with { Steps = all.Count <= MaxSteps ? all : [all[0], .. all.Skip(all.Count - MaxSteps + 1)] };
    }
}
