using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Decides an article's language from its words; what the page declares counts only when the words do not decide.</summary>
public static class ArticleLanguage
{
    // Below this the words hardly spoke: a headline, a table, a list of names.
    private const double Sure = 0.1;

    // Enough to decide, and bounds the work on very long texts.
    private const int Sample = 20_000;

    /// <param name="content">The article.</param>
    /// <param name="text">Its <see cref="ArticleContent.Text"/>, which the caller has at hand.</param>
    public static LanguageGuess Identify(ArticleContent content, string text)
    {
        var sample = content.Title + "\n" + (text.Length > Sample ? text[..Sample] : text);
        var guess = LanguageIdentifier.Shared.Identify(sample);
        var hint = Hint(content.LanguageHint);
        return hint is not null && (guess.Language == "und" || guess.Confidence < Sure && guess.Language != hint)
            ? new LanguageGuess(hint, Math.Min(guess.Confidence, Sure))
            : guess;
    }

    // "uk-UA" and "EN_us" are said by pages too.
    private static string? Hint(string? declared)
    {
        if (string.IsNullOrWhiteSpace(declared))
        {
            return null;
        }

        var code = declared.Trim().ToLowerInvariant().Split('-', '_')[0];
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }
}
