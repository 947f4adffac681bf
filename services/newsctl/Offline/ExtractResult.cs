using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>What <c>extract</c> writes of one page.</summary>
internal sealed record ExtractResult
{
    /// <summary>The line's own; left out for a single page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The blocks' reading text, parted by empty lines.</summary>
    public required string Text { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The day of <see cref="PublishedAt"/> as the page writes it.</summary>
    public required string? Date { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }

    public required IReadOnlyList<RelatedLink> Related { get; init; }

    public required string? Subtitle { get; init; }
    public required string? Correction { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required bool IsPaywalled { get; init; }

    public required string? Description { get; init; }

    public required string? Section { get; init; }

    public required DateTimeOffset? ModifiedAt { get; init; }

    public required string? Url { get; init; }

    public required string? Image { get; init; }

    public required string? SiteName { get; init; }

    public required string Method { get; init; }

    public required double Confidence { get; init; }

    /// <summary>How each field was found.</summary>
    public required ArticleProvenance Provenance { get; init; }

    /// <summary>The blocks themselves; only for a single page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ArticleBlock>? Body { get; init; }

    public static ExtractResult Of(ExtractedArticle article, DateTimeOffset now)
    {
        var content = OfflineContent.Of(article, now);
        var text = content.Text();
        return new ExtractResult
        {
            Title = article.Title,
            Text = text,
            Language = ArticleLanguage.Identify(content, text).Language,
            PublishedAt = article.PublishedAt,
            Date = article.PublishedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Authors = article.Authors,
            Related = article.Related,
            Subtitle = article.Subtitle,
            Correction = article.Correction,
            Tags = article.Tags,
            IsPaywalled = article.IsPaywalled,
            Description = article.Description,
            Section = article.Section,
            ModifiedAt = article.ModifiedAt,
            Url = article.CanonicalUrl,
            Image = article.Image,
            SiteName = article.SiteName,
            Method = article.Method,
            Confidence = article.Confidence,
            Provenance = article.Provenance,
        };
    }
}
