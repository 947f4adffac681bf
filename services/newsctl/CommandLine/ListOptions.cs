using System.CommandLine;
using System.CommandLine.Parsing;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>The options of commands that list.</summary>
internal sealed class ListOptions
{
    /// <summary>Entries that one list may ask for; more is read with the cursor.</summary>
    public const int MaxLimit = 100_000;

    public Option<int> Limit { get; } = new("--limit")
    {
        Description = $"How many, 1 to {MaxLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
        CustomParser = ReadLimit,
    };

    public Option<string?> Cursor { get; } = new("--cursor") { Description = "Where to go on: the 'next' of an earlier list.", HelpName = "CURSOR" };

    private static int ReadLimit(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, out var limit) && limit is >= 1 and <= MaxLimit)
        {
            return limit;
        }

        result.AddError($"--limit is '{result.Tokens[0].Value}': give a whole number from 1 to {MaxLimit}.");
        return 0;
    }
}
