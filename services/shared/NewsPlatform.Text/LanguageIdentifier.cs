namespace NewsPlatform.Text;

/// <summary>Tells the language of a text. Instances are immutable and may be shared between threads.</summary>
public sealed class LanguageIdentifier
{
    private readonly IReadOnlyList<string> _languages = [.. StopWords.Languages.Order(StringComparer.Ordinal)];

    /// <summary>The identifier with the embedded word lists.</summary>
    public static LanguageIdentifier Shared { get; } = new();

    /// <summary>The language whose common words make up the largest share of the text; <c>und</c> when none occurs.</summary>
    public LanguageGuess Identify(string text)
    {
        var words = Tokenizer.Tokenize(text).Where(token => token.Kind == TokenKind.Word)
            .Take(2000).Select(token => WordForm.Normalize(token.In(text))).ToList();
        var best = _languages
            .Select(language => (Language: language, Count: words.Count(word => StopWords.Contains(word, language))))
            .MaxBy(candidate => candidate.Count);

        return best.Count == 0 ? new LanguageGuess(LanguageGuess.Undetermined, 0) : new LanguageGuess(best.Language, (double)best.Count / words.Count);
    }
}
