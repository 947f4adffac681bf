namespace NewsPlatform.Contracts.Articles;

/// <summary>A sound or a film that belongs to the article, such as the episode of a podcast.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Type">Media type, as declared; null when not declared.</param>
/// <param name="Bytes">Null when not declared.</param>
/// <param name="DurationSeconds">Null when not declared.</param>
/// <param name="TranscriptUrl">Absolute address of its words in writing; null = none.</param>
public sealed record ArticleRecording(string Url, string? Type = null, long? Bytes = null, double? DurationSeconds = null, string? TranscriptUrl = null);
