using NewsPlatform.Publishing.HighlightWords;
using NewsPlatform.Publishing.Tests.Storage;

namespace NewsPlatform.Publishing.Tests.HighlightWords;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("мостами", "ru", "Новые мосты и мост", "мосты|мост")]
    [InlineData("\"новый мост\"", "ru", "Новые мосты, новый дом", "Новые|мосты")]
    [InlineData("title:bridge -harbour", "en", "The harbour bridges", "bridges")]
    [InlineData("bridge OR harbour", "en", "🎄 The harbour bridge", "harbour|bridge")]
    [InlineData("нью", "ru", "Рейс в Нью-Йорк", "Нью-Йорк")]
    [InlineData("다리", "ko", "서울에서 새로운 다리가 열렸다", "다리")]
    [InlineData("センター", "ja", "新しいコンピューターセンター", "センター")]
    [InlineData("entity:bridge", "en", "A bridge", "")]
    public void Marks_what_the_index_finds(string query, string language, string title, string marked)
    {
        var highlights = Of(query, language, title, "Nothing.");

        Assert.Equal(marked, string.Join('|', highlights.SelectMany(Marked)));
    }

    [Fact]
    public void Cuts_at_most_three_fragments_of_a_long_text_at_whole_words_around_the_marks()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"{string.Concat(Enumerable.Repeat("water 🎄 and stone ", 12))}bridge{(i % 2 == 0 ? "s" : "")}"));

        var fragments = Of("bridge", "en", "A ferry", text);

        Assert.Equal(3, fragments.Count);
        Assert.All(fragments, fragment =>
        {
            Assert.Equal("text", fragment.Field);
            Assert.InRange(fragment.Text.Length, 100, 300);
            Assert.Contains(fragment.Text, text, StringComparison.Ordinal);
            Assert.All(Marked(fragment), mark => Assert.StartsWith("bridge", mark, StringComparison.Ordinal));
            Assert.NotEmpty(fragment.Marks);
        });
    }

    [Fact]
    public void Marks_nothing_where_the_words_are_not_looked_for() => Assert.Equal(["title"], Of("title:bridge", "en", "A bridge", "The bridge is open.").Select(highlight => highlight.Field));

    private static IReadOnlyList<Highlight> Of(string query, string language, string title, string text) =>
        Highlighter.Of(AnArticle.Change(AnArticle.Enriched("a", title: title, text: text, language: language)).Article, [.. Searching.Typed(query)!.Scored]);

    private static IEnumerable<string> Marked(Highlight highlight)
    {
        var runes = highlight.Text.EnumerateRunes().ToList();
        return highlight.Marks.Select(mark => string.Concat(runes[mark.Start..mark.End]));
    }
}
