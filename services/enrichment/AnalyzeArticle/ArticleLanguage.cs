using System.Text;
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
    private const int Pieces = 12;

    // A piece must say enough by itself.
    private const int PieceLength = 400;

    /// <param name="content">The article.</param>
    /// <param name="text">Its <see cref="ArticleContent.Text"/>, which the caller has at hand.</param>
    public static LanguageGuess Identify(ArticleContent content, string text)
    {
        var guess = Majority(PiecesOf(text)) ?? LanguageIdentifier.Shared.Identify(content.Title + "\n" + text);
        var hint = Hint(content.LanguageHint);
        return hint is not null && (guess.Language == LanguageGuess.Undetermined || guess.Confidence < Sure && guess.Language != hint)
            ? new LanguageGuess(hint, Math.Min(guess.Confidence, Sure))
            : guess;
    }

    /// <summary>What most of the pieces are in, with the share of it: a page of two languages is in the one of most of its body. Null for a short text.</summary>
    private static LanguageGuess? Majority(List<string> pieces)
    {
        if (pieces.Count < 3)
        {
            return null;
        }

        var guesses = pieces.Select(LanguageIdentifier.Shared.Identify).ToList();
        var (language, confidence) = guesses.GroupBy(guess => guess.Language, (code, own) => (code, own.Sum(guess => guess.Confidence))).MaxBy(one => one.Item2);
        return language == LanguageGuess.Undetermined ? guesses[0] : new LanguageGuess(language, confidence / guesses.Count);
    }

    // Paragraphs in pieces of some length, spread evenly over a long text.
    private static List<string> PiecesOf(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, Sample)).EnumerateLines())
        {
            piece.Append(line).Append('\n');
            if (piece.Length >= PieceLength)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        return pieces.Count <= Pieces ? pieces : [.. Enumerable.Range(0, Pieces).Select(i => pieces[i * pieces.Count / Pieces])];
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
