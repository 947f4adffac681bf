using System.Text.Json;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads what a page declares beside its text: the second headline, a correction, keywords, whether one has to pay.</summary>
internal static class DeclarationReader
{
    private static readonly char[] Between = [',', ';'];

    /// <summary>The alternative headline; null when there is none or it says the headline again.</summary>
    public static string? Subtitle(PageIndex page, JsonLd jsonLd, string? title)
    {
        var declared = PageText.PlainOf(jsonLd.Text("alternativeHeadline") ?? page.Property("alternativeHeadline").FirstOrDefault()?.TextContent, ExtractionLimits.MaxTitleLength);
        return declared is null || PageText.Fold(declared) == PageText.Fold(title ?? string.Empty) ? null : declared;
    }

    /// <summary>What the publisher put right: schema.org's correction, a text or a comment; null for none, or for the mere address of one.</summary>
    public static string? Correction(JsonLd jsonLd)
    {
        var declared = PageText.PlainOf(string.Join(' ', jsonLd.Texts("correction")), ExtractionLimits.MaxDescriptionLength);
        return string.IsNullOrEmpty(declared) || Uri.IsWellFormedUriString(declared, UriKind.Absolute) ? null : declared;
    }

    /// <summary>The distinct keywords of the first place that has any.</summary>
    public static IReadOnlyList<string> Tags(JsonLd jsonLd, MetaTags meta)
    {
        IEnumerable<string>[] places = [meta.All("article:tag"), jsonLd.Texts("keywords"), meta.All("news_keywords"), meta.All("parsely-tags"), meta.All("keywords")];
        return places.Select(Parted).FirstOrDefault(tags => tags.Count > 0) ?? [];
    }

    /// <summary>True when structured data or a meta element closes the text to those who do not pay.</summary>
    public static bool IsPaywalled(JsonLd jsonLd, MetaTags meta)
    {
        if (meta.First("article:content_tier") is { } tier && !tier.Equals("free", StringComparison.OrdinalIgnoreCase))
            return true;
        if (jsonLd.Article is not { } article || !article.TryGetProperty("isAccessibleForFree", out var free))
            return false;

        return free.ValueKind == JsonValueKind.False
            || (free.ValueKind == JsonValueKind.String && LenientJson.StringOf(free) is { } text && text.EndsWith("false", StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> Parted(IEnumerable<string> values) =>
    [
        .. values.SelectMany(value => value.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(tag => PageText.PlainOf(tag, ExtractionLimits.MaxTitleLength)).OfType<string>()
            .Where(tag => tag.Length <= ExtractionLimits.MaxTagLength).Distinct(StringComparer.OrdinalIgnoreCase).Take(ExtractionLimits.MaxTags),
    ];
}
