namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>How articles are read out of pages.</summary>
internal sealed class ExtractionOptions
{
    public const string Section = "Extraction";

    /// <summary>A folder with rules for publishers (*.json) beside those that come with the service; empty = none.</summary>
    public string RulesPath { get; init; } = "";
}
