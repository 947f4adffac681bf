namespace NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

/// <summary>Names that a user adds.</summary>
public sealed class GazetteerOptions
{
    public const string Section = "Enrichment";

    /// <summary>A file of lines <c>name | alias; alias | type | id | language</c>; read again when it changes. Empty = none.</summary>
    public string? GazetteerPath { get; init; }
}
