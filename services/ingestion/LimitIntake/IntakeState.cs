namespace NewsPlatform.Ingestion.LimitIntake;

/// <summary>What keeps articles from being taken in.</summary>
internal enum IntakeObstacle
{
    None,

    /// <summary>The backlog is longer than it may be.</summary>
    Backlog,

    /// <summary>The disk is nearly full.</summary>
    Disk,
}

/// <summary>Whether articles are taken in.</summary>
/// <param name="Obstacle">What keeps them out.</param>
/// <param name="Sentence">The same for people; null when nothing does.</param>
/// <param name="RetryAfter">When trying again makes sense; zero when nothing keeps them out.</param>
internal sealed record IntakeState(IntakeObstacle Obstacle, string? Sentence, TimeSpan RetryAfter)
{
    public static readonly IntakeState Open = new(IntakeObstacle.None, null, TimeSpan.Zero);

    public bool IsOpen => Obstacle == IntakeObstacle.None;
}
