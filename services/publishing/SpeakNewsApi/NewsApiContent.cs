using System.Globalization;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>The beginning of a text, as the contract's <c>content</c> shows it: at most 200 characters, then how many more there are.</summary>
internal static class NewsApiContent
{
    private const int Shown = 200;

    /// <summary>Null for an empty text; the text itself when it is short enough.</summary>
    public static string? Of(string text)
    {
        if (text.Length <= Shown)
        {
            return text.Length == 0 ? null : text;
        }

        // Never half of a letter that takes two.
        var cut = char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, cut)}… [+{text.Length - cut} chars]");
    }
}
