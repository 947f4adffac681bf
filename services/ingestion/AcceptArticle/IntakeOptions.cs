using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>How much one article may be.</summary>
internal sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>Bytes of a pushed body; more is answered with 413.</summary>
    [Range(1_024, 1_048_576)]
    public int MaxPushBytes { get; init; } = 1_048_576;

    /// <summary>Bytes of an article as JSON. Half of what an event may be (1 MiB): the other half is for what enrichment adds.</summary>
    [Range(1_024, 524_288)]
    public int MaxContentBytes { get; init; } = 524_288;
}

/// <summary>The article is larger than an event may be; the message is one sentence for people.</summary>
internal sealed class ArticleTooLargeException(string message) : Exception(message);
