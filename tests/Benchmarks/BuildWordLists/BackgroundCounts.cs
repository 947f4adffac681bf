using System.Text.Json;
using NewsPlatform.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>Counts in how many sentences of a language each word stands, as it is written: the tables of <c>BackgroundTerms</c>.</summary>
internal static class BackgroundCounts
{
    private const int Least = 2;

    private static readonly string[] Languages = ["be", "bg", "cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk"];

    public static void Write(string folder, IEnumerable<string> files)
    {
        var sentences = files.SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<Sentence>(line, JsonSerializerOptions.Web)!).ToLookup(sentence => sentence.Language);
        foreach (var language in Languages.Where(sentences.Contains))
        {
            var counts = sentences[language].SelectMany(sentence => WordsOf(sentence.Text, language)).CountBy(word => word).Where(count => count.Value >= Least)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key}\t{count.Value}").ToList();
            File.WriteAllText(Path.Combine(folder, language + ".tsv"), string.Join('\n', counts.Prepend($"{sentences[language].Count()}")) + "\n");
            Console.WriteLine($"{language}: {sentences[language].Count()} sentences, {counts.Count} words");
        }
    }

    private static HashSet<string> WordsOf(string text, string language) =>
        [.. Tokenizer.Tokenize(text).Where(token => token.Kind == TokenKind.Word).Select(token => WordForm.Normalize(token.In(text))).Where(word => word.Length > 1 && !StopWords.Contains(word, language))];

    private sealed record Sentence(string Text, string Language);
}
