using System.Globalization;
using NewsPlatform.StoryBench;

// What the story leader costs, on invented news: bench.sh stories [replay|cost|duplicates|grouping] [--articles N] (all four, a million, unless told).
var known = new[] { "replay", "cost", "duplicates", "grouping" };
var at = Array.IndexOf(args, "--articles");
var wrong = args.Where((word, i) => i != at && (at < 0 || i != at + 1) && !known.Contains(word, StringComparer.Ordinal)).ToList();
var articles = 1_000_000;
if (wrong.Count > 0 || (at >= 0 && (at + 1 == args.Length || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out articles) || articles < 1_000)))
{
    await Console.Error.WriteLineAsync($"'{string.Join(' ', args)}' is not understood: bench.sh stories [{string.Join('|', known)}] [--articles N], N from 1000.");
    return 2;
}

var asked = known.Where(name => args.Contains(name, StringComparer.Ordinal)).ToList();
asked = asked.Count == 0 ? [.. known] : asked;
var good = true;
foreach (var name in asked)
{
    good &= name switch
    {
        "replay" => await ReplayRun.RunAsync(articles),
        "cost" => CostRun.Run(articles),
        "duplicates" => DuplicateRun.Run(articles),
        _ => GroupingRun.Run(),
    };
}

return good ? 0 : 1;
