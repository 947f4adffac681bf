using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>How long articles are kept.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Days after an article's newest revision came in when its content goes, everywhere; what identifies it stays. 0 = kept for ever.</summary>
    [Range(0, 36_500)]
    public int Days { get; init; }
}
