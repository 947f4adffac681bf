using System.Text;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using Spectre.Console;
using Phrase = Spectre.Console.Text;

namespace NewsPlatform.Newsctl.Output;

/// <summary>Prints tables and sentences for people and JSON for machines.</summary>
internal sealed class Screen(Surroundings around)
{
    private static readonly JsonSerializerOptions Indented = new(JsonDefaults.Options) { WriteIndented = true };

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = around.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = around.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new WriterOutput(around),
    });

    public void Line(string text) => around.Output.WriteLine(Plain(text, keepLines: true));

    /// <summary>A line on stderr: progress and remarks that are no result.</summary>
    public void Remark(string text) => around.Error.WriteLine(Plain(text));

    public void Json(object? value) => around.Output.WriteLine(JsonSerializer.Serialize(value, Indented));

    /// <summary>One line of JSON, sent off at once.</summary>
    public async Task JsonLineAsync(object value, CancellationToken ct)
    {
        await around.Output.WriteLineAsync(JsonSerializer.Serialize(value, JsonDefaults.Options).AsMemory(), ct);
        await around.Output.FlushAsync(ct);
    }

    /// <summary>A list as the API has it.</summary>
    public void List<T>(Listing<T> listing) => Json(new { items = listing.Items.Select(item => item.Json), next = listing.Next });

    /// <summary>Says on stderr that a list goes on.</summary>
    public void More(string? next)
    {
        if (next is not null)
        {
            Remark($"There is more: --limit, or --cursor {next}");
        }
    }

    /// <summary>The end of a command that changed something.</summary>
    public void Done(string sentence, object result, bool json)
    {
        if (json)
        {
            Json(result);
        }
        else
        {
            Line(sentence);
        }
    }

    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Phrase(column, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Phrase(Plain(cell ?? "") is { Length: > 0 } text ? text : "–")));
        }

        _console.Write(table);
    }

    /// <summary>Name and value, one pair a line; pairs without a value are left out.</summary>
    public void Facts(IEnumerable<(string Name, string? Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var (name, value) in facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)))
        {
            grid.AddRow(new Phrase(name, new Style(decoration: Decoration.Bold)), new Phrase(Plain(value!)));
        }

        _console.Write(grid);
    }

    public void Heading(string text)
    {
        around.Output.WriteLine();
        _console.Write(new Phrase(Plain(text) + Environment.NewLine, new Style(decoration: Decoration.Bold)));
    }

    // What comes from the network must not steer the terminal.
    private static string Plain(string text, bool keepLines = false)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(char.IsControl(character) && !(keepLines && character == '\n') ? ' ' : character);
        }

        return plain.ToString();
    }

    private sealed class WriterOutput(Surroundings around) : IAnsiConsoleOutput
    {
        public TextWriter Writer => around.Output;

        public bool IsTerminal => around.IsTerminal;

        public int Width => around.Width;

        public int Height => 50;

        public void SetEncoding(Encoding encoding)
        {
            // The writer is UTF-8 for good.
        }
    }
}
