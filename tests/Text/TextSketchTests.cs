namespace NewsPlatform.Text.Tests;

public sealed class TextSketchTests
{
    [Fact]
    public void Tells_exactly_how_much_of_a_short_text_stands_in_another()
    {
        var first = TextSketch.Of(Words(0, 100));
        var longer = TextSketch.Of(Words(0, 200));

        var shared = first.SharedWith(longer);

        Assert.Equal(1, shared.OfFirst);
        Assert.Equal(98.0 / 198, shared.OfSecond, 6);
    }

    [Theory]
    [InlineData(2_000, 1_000)]
    [InlineData(5_000, 4_500)]
    [InlineData(1_000, 200)]
    public void Comes_near_for_long_texts(int length, int common)
    {
        var first = TextSketch.Of(Words(0, length));
        var second = TextSketch.Of(Words(length - common, length));

        var shared = first.SharedWith(second);

        Assert.InRange(shared.OfFirst, ((double)common / length) - 0.09, ((double)common / length) + 0.09);
        Assert.Equal(TextSketch.Kept, first.Smallest.Count);
    }

    [Fact]
    public void A_text_too_short_for_runs_shares_nothing()
    {
        Assert.Empty(TextSketch.Of("Seven words say nothing of a text").Smallest);
        Assert.Equal(0, TextSketch.None.SharedWith(TextSketch.Of(Words(0, 50))).Similarity);
        Assert.Equal(0, TextSketch.None.SharedWith(TextSketch.None).Similarity);
    }

    [Fact]
    public void Letters_and_punctuation_that_agencies_change_do_not_count()
    {
        Assert.Equal(1, TextSketch.Of("Всё ещё идёт ремонт старого моста через реку у завода").SharedWith(TextSketch.Of("все еще идет: ремонт «старого» моста — через реку, у завода!")).OfFirst);
    }

    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => $"word{i}"));
}
