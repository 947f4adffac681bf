using System.Diagnostics;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
        ["«", "\" ", "«a» ", "А. ", "\u0001", "— ", "\n\n", ".", ". ", "Иван Петров ", "сказал, что ", "Министерство ", "— А, — сказал\n", "😀", "по словам ", "США "];

    [Fact]
    public void Reads_a_megabyte_without_a_space()
    {
        var analysis = Analyzed.Text(new string('ы', 1_000_000));

        Assert.Empty(analysis.Entities);
    }

    // Ten times the text may take some ten times as long, never a hundred times; the bound leaves room for a busy machine.
    [Theory]
    [MemberData(nameof(All))]
    public void Takes_time_in_proportion_to_the_text(int piece)
    {
        Measure(piece, 20_000);
        var small = Measure(piece, 20_000);
        var large = Measure(piece, 200_000);

        Assert.True(large < 40 * small + TimeSpan.FromMilliseconds(400), $"{small.TotalMilliseconds} ms became {large.TotalMilliseconds} ms.");
    }

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Pieces.Length)];

    private static TimeSpan Measure(int piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(Pieces[piece], length / Pieces[piece].Length));
        var start = Stopwatch.GetTimestamp();
        Analyzed.Text(text);

        return Stopwatch.GetElapsedTime(start);
    }
}
