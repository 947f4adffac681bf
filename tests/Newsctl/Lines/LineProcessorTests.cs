using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Lines;

namespace NewsPlatform.Newsctl.Tests.Lines;

public sealed class LineProcessorTests
{
    [Fact]
    public async Task Keeps_the_order_of_the_input_when_early_lines_take_longest()
    {
        using var secondIsDone = new ManualResetEventSlim(initialState: Environment.ProcessorCount == 1);
        using var output = new StringWriter();
        var lines = new LineProcessor<Line, int>(
            line =>
            {
                if (line.Id.GetInt32() == 1)
                {
                    secondIsDone.Wait(TimeSpan.FromSeconds(30));
                }
                else if (line.Id.GetInt32() == 2)
                {
                    secondIsDone.Set();
                }

                return line.Id.GetInt32();
            },
            (_, number) => new { number });

        var code = await lines.RunAsync(Around(output), Input(Enumerable.Range(1, 40).Select(id => $$"""{"id":{{id}}}""")), CancellationToken.None);

        Assert.Equal(0, code);
        Assert.Equal(Enumerable.Range(1, 40).Select(id => $$"""{"number":{{id}}}"""), output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Writes_a_line_before_the_next_one_comes()
    {
        var input = new Pipe();
        var output = new Pipe();
        await using var writer = new StreamWriter(output.Writer.AsStream());
        var running = new LineProcessor<Line, int>(_ => 0, (line, _) => new { line.Id })
            .RunAsync(Around(writer), input.Reader.AsStream(), CancellationToken.None);
        using var reader = new StreamReader(output.Reader.AsStream());

        foreach (var id in Enumerable.Range(1, 3))
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"id":{{id}}}{{"\n"}}"""));
            Assert.Equal($$"""{"id":{{id}}}""", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Goes_on_after_bad_lines_and_says_which_they_were()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var lines = new LineProcessor<Line, string>(
            line => LineChecks.Need(line.Text, "text"),
            (line, text) => text == "late" ? throw new BadLineException("Too late.") : new { line.Id, text });

        var code = await lines.RunAsync(
            Around(output) with { Error = error },
            Input(["""{"id":"a","text":"one"}""", "nonsense", "", """{"id":"b"}""", """{"id":"c","text":7}""", "null", """{"id":"d","text":"late"}""", """{"id":"e","text":"two"}"""]),
            CancellationToken.None);

        Assert.Equal(1, code);
        var written = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(["a", null, "b", "c", null, "d", "e"], written.Select(line => line.TryGetProperty("id", out var id) ? id.GetString() : null));
        Assert.Equal([false, true, true, true, true, true, false], written.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal(
            ["Line 2", "Line 4", "Line 5", "Line 6", "Line 7"],
            error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]));
    }

    private static Surroundings Around(TextWriter output) => new()
    {
        Input = Stream.Null,
        Output = output,
        Error = TextWriter.Null,
        Environment = _ => null,
        Directory = Path.GetTempPath(),
    };

    private static MemoryStream Input(IEnumerable<string> lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private sealed record Line(JsonElement Id, string? Text) : IIdentifiedLine;
}
