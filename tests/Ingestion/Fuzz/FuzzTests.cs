using NewsPlatform.FuzzBench;

namespace NewsPlatform.Ingestion.Tests.Fuzz;

/// <summary>Two thousand broken feeds and pages; <c>tests/bench.sh fuzz</c> reads a hundred thousand.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Broken_feeds_and_pages_are_read_or_refused_in_words_within_a_second_and_bounded_memory()
    {
        var result = new FuzzRun(seed: 20_261_122).Run(2_000);

        Assert.Empty(result.Faults);
    }
}
