using System.Text;
using NewsPlatform.Newsctl.Lines;

namespace NewsPlatform.Newsctl.Tests.Lines;

public sealed class LineReaderTests
{
    [Fact]
    public async Task Passes_over_a_line_that_is_too_long_and_keeps_counting()
    {
        var lines = await ReadAsync($"short\n{new string('x', 300_000)}\r\n\nlast", maxBytes: 1_000);

        Assert.Equal([(1, "short"), (2, null), (3, ""), (4, "last")], lines);
    }

    [Fact]
    public async Task Reads_windows_line_ends_and_a_byte_order_mark_away()
    {
        Assert.Equal([(1, "{}"), (2, "b")], await ReadAsync("\uFEFF{}\r\nb\r\n", maxBytes: 100));
    }

    [Fact]
    public async Task Has_no_lines_in_an_empty_input()
    {
        Assert.Empty(await ReadAsync("", maxBytes: 100));
    }

    private static async Task<List<(long, string?)>> ReadAsync(string text, int maxBytes)
    {
        var lines = new List<(long, string?)>();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var line in LineReader.ReadAsync(input, maxBytes, CancellationToken.None))
        {
            lines.Add((line.Number, line.Content is null ? null : Encoding.UTF8.GetString(line.Content)));
        }

        return lines;
    }
}
