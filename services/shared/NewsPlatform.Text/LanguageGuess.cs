namespace NewsPlatform.Text;

/// <summary>The language that a text seems to be written in.</summary>
/// <param name="Language">ISO 639-1 code, or <c>und</c> when the text does not say.</param>
/// <param name="Confidence">0 (nothing to go by) to 1.</param>
public sealed record LanguageGuess(string Language, double Confidence)
{
    /// <summary>The code for a text whose language cannot be told.</summary>
    public const string Undetermined = "und";
}
