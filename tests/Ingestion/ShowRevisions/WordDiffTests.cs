using NewsPlatform.Ingestion.ShowRevisions;

namespace NewsPlatform.Ingestion.Tests.ShowRevisions;

public sealed class WordDiffTests
{
    [Fact]
    public void Tells_which_words_went_and_which_came()
    {
        var parts = WordDiff.Of("Паром підуть лагодити у вівторок, сказав мер.", "Паром підуть лагодити у середу, сказав мер міста.");

        Assert.Equal(
            ["same:Паром підуть лагодити у ", "removed:вівторок", "added:середу", "same:, сказав мер", "added: міста", "same:."],
            parts.Select(part => $"{part.Op}:{part.Text}"));
    }

    [Fact]
    public void The_parts_are_both_texts_again_whatever_was_edited()
    {
        var chance = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var (before, after) = (Text(chance), Text(chance));

            var parts = WordDiff.Of(before, after);

            Assert.Equal(before, string.Concat(parts.Where(part => part.Op != "added").Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Op != "removed").Select(part => part.Text)));
            Assert.DoesNotContain(parts, part => part.Text.Length == 0);
        }
    }

    [Fact]
    public void A_text_that_was_written_anew_is_one_replacement_and_not_hours_of_work()
    {
        var before = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"old{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"new{i}"));

        var parts = WordDiff.Of(before, after);

        Assert.Equal(["removed", "added"], parts.Select(part => part.Op));
    }

    private static string Text(Random chance) =>
        string.Concat(Enumerable.Range(0, chance.Next(12)).Select(_ => chance.GetItems(["pier ", "ferry ", "don't ", "мер, ", "\n\n", "— ", "й😀 "], 1)[0]));
}
