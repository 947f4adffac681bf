namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The outward shape of a text, the same in every language.</summary>
internal static class TextShape
{
    public static int Commas(string text) => text.AsSpan().Count(',') + text.AsSpan().Count('，') + text.AsSpan().Count('、') + text.AsSpan().Count('،');

    /// <summary>Ends of sentences.</summary>
    public static int Stops(string text)
    {
        var stops = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' or '。' or '؟' or '।' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
                stops++;
        }

        return stops;
    }

    public static bool EndsSentence(string text) => text.AsSpan().TrimEnd("\"'»”’“)] ") is [.., '.' or '!' or '?' or '…' or '。' or '؟' or '।'];

    public static bool StartsUpper(string text)
    {
        var start = text.AsSpan().TrimStart("\"'«„“”‘’([—–- ");
        return start.Length > 0 && (char.IsUpper(start[0]) || char.IsDigit(start[0]));
    }

    public static float DigitShare(string text) => Share(text, char.IsDigit);

    public static float UpperShare(string text) => Share(text, char.IsUpper);

    public static int Lines(string text) => text.AsSpan().Count('\n') + 1;

    public static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
                start = i;
            if (isWord || start < 0)
                continue;

            words.Add(text[start..i].ToLowerInvariant());
            start = -1;
        }

        return words;
    }

    /// <summary>How much of the other's words the text has; 0 for a text much longer than that.</summary>
    public static float Likeness(string text, HashSet<string> other)
    {
        if (other.Count == 0 || text.Length > 400)
            return 0;

        var words = Words(text);
        var common = words.Count(other.Contains);
        return common == 0 ? 0 : 2f * common / (words.Count + other.Count);
    }

    private static float Share(string text, Func<char, bool> counts)
    {
        var found = 0;
        foreach (var character in text)
            found += counts(character) ? 1 : 0;
        return found / (float)Math.Max(1, text.Length);
    }
}
