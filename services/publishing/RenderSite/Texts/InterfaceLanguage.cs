using Microsoft.Net.Http.Headers;

namespace NewsPlatform.Publishing.RenderSite.Texts;

/// <summary>Chooses the interface's language: <c>?lang=</c>, else <c>Accept-Language</c>, else English.</summary>
internal static class InterfaceLanguage
{
    public static IReadOnlyList<SiteTexts> All { get; } = [EnglishTexts.Texts, RussianTexts.Texts, UkrainianTexts.Texts];

    public static SiteTexts Choose(string? asked, string? acceptLanguage) => Find(asked) ?? Accepted(acceptLanguage) ?? EnglishTexts.Texts;

    /// <summary>The texts of a language code; null when the site does not speak it.</summary>
    public static SiteTexts? Find(string? code) => All.FirstOrDefault(texts => string.Equals(texts.Code, code, StringComparison.OrdinalIgnoreCase));

    private static SiteTexts? Accepted(string? acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var accepted)
            ? accepted
                .Where(language => language.Quality is not 0)
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => Find(language.Value.Value?.Split('-')[0]))
                .FirstOrDefault(texts => texts is not null)
            : null;
}
