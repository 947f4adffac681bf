using System.Collections.Frozen;

namespace NewsPlatform.Text;

/// <summary>Words too common to say what a text is about. Known for ru, uk, be, bg, en, de, fr, es, it, pl, pt, nl, sv.</summary>
public static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Load();

    /// <summary>Whether the word is a stop word of the language; false for a language without a list.</summary>
    public static bool Contains(string lowerWord, string language) =>
        Lists.TryGetValue(language, out var list) && list.Contains(WordForm.Normalize(lowerWord));

    internal static IReadOnlyDictionary<string, FrozenSet<string>> ByLanguage => Lists;

    // A line of the file is "language: word word …"; a language may have several lines.
    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("StopWords.txt")
            ?? throw new InvalidOperationException("The stop word list is missing from the assembly; build NewsPlatform.Text again.");
        using var reader = new StreamReader(stream);

        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .GroupBy(parts => parts[0], parts => parts[1])
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => WordForm.Normalize(word)).ToFrozenSet());
    }
}
