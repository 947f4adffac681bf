namespace NewsPlatform.Text.Tests;

public sealed class MinHashTests
{
    private static readonly string[] Words = MakeWords(seed: 1);

    private static readonly string Text = string.Join(' ', Words);

    [Fact]
    public void Identical_texts_are_one() => Assert.Equal(1, MinHash.Similarity(MinHash.Signature(Text), MinHash.Signature(Text)));

    [Fact]
    public void Case_punctuation_and_yo_do_not_matter()
    {
        var first = MinHash.Signature("Всё новое — хорошо забытое старое, сказал министр, и ушёл домой.");
        var second = MinHash.Signature("ВСЕ НОВОЕ: хорошо забытое старое сказал министр и ушел домой");

        Assert.Equal(first, second);
    }

    [Fact]
    public void A_reprint_with_a_rewritten_tenth_stays_close()
    {
        var rewritten = Words.Select((word, i) => i >= 40 && i < 80 ? $"новое{i}" : word);

        Assert.InRange(MinHash.Similarity(MinHash.Signature(Text), MinHash.Signature(string.Join(' ', rewritten))), 0.8, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_reprint_with_every_tenth_word_changed_is_above_six_tenths(int offset)
    {
        var changed = string.Join(' ', Words.Select((word, i) => i % 10 == offset ? $"новое{i}" : word));

        Assert.InRange(MinHash.Similarity(MinHash.Signature(Text), MinHash.Signature(changed)), 0.6, 0.9);
        Assert.NotEmpty(MinHash.Bands(MinHash.Signature(Text)).Intersect(MinHash.Bands(MinHash.Signature(changed))));
    }

    [Fact]
    public void Unrelated_texts_are_near_zero_and_share_no_band()
    {
        var other = MinHash.Signature(string.Join(' ', MakeWords(seed: 2)));

        Assert.InRange(MinHash.Similarity(MinHash.Signature(Text), other), 0, 0.1);
        Assert.Empty(MinHash.Bands(MinHash.Signature(Text)).Intersect(MinHash.Bands(other)));
    }

    [Fact]
    public void Fewer_than_eight_words_have_no_signature_and_no_likeness()
    {
        Assert.Empty(MinHash.Signature("раз два три четыре пять шесть семь!"));
        Assert.Empty(MinHash.Bands([]));
        Assert.Equal(0, MinHash.Similarity([], []));
        Assert.Equal(64, MinHash.Signature("раз два три четыре пять шесть семь восемь").Length);
    }

    // Stored signatures are compared with new ones: these values may never change.
    [Fact]
    public void Values_are_the_same_in_every_process()
    {
        var signature = MinHash.Signature("the quick brown fox jumps over the lazy dog again");

        Assert.Equal(PinnedValues, signature[..3]);
        Assert.Equal(PinnedBand, MinHash.Bands(signature)[0]);
    }

    [Fact]
    public void Signatures_of_different_versions_are_refused() =>
        Assert.Throws<ArgumentException>(() => MinHash.Similarity([1, 2], [1]));

    private static readonly uint[] PinnedValues = [212453358, 922364087, 50295528];

    private const ulong PinnedBand = 7258242541878824950;

    private static string[] MakeWords(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 400).Select(_ => $"слово{random.Next(2000)}")];
    }
}
