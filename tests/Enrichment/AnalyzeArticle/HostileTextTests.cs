namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

public sealed class HostileTextTests
{
    /// <summary>No speed is asserted: linear work ends within seconds on any machine, quadratic work on these lengths does not end within this.</summary>
    private const int HangMilliseconds = 120_000;

    private static readonly string[] Pieces =
        ["«", "\" ", "«a» ", "А. ", "\u0001", "— ", "\n\n", ".", ". ", "Иван Петров ", "сказал, что ", "Министерство ", "— А, — сказал\n", "😀", "по словам ", "США "];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Pieces.Length)];

    [Fact]
    public void Reads_a_megabyte_without_a_space()
    {
        var analysis = Analyzed.Text(new string('ы', 1_000_000));

        Assert.Empty(analysis.Entities);
    }

    [Theory(Timeout = HangMilliseconds), MemberData(nameof(All))]
    public async Task Ends_on_a_text_that_repeats_one_piece_for_ever(int piece)
    {
        var text = string.Concat(Enumerable.Repeat(Pieces[piece], 200_000 / Pieces[piece].Length));

        var analysis = await Task.Run(() => Analyzed.Text(text));

        Assert.NotNull(analysis.Language);
    }
}
