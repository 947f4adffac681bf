using System.Globalization;
using NewsPlatform.StoryBench;
using NewsPlatform.StoryBench.Folds;

// What the story leader costs, on invented news: bench.sh stories [replay|cost|duplicates|grouping] [--articles N] (all four, a million, unless told);
// what its grouping is worth on topics that its settings were not chosen on: bench.sh stories folds --data DIR.
if (args is ["folds", "--data", var data])
{
    return FoldRun.Run(data) ? 0 : 2;
}

var known = new[] { "replay", "cost", "duplicates", "grouping" };
var at = Array.IndexOf(args, "--articles");
var wrong = args.Where((word, i) => i != at && (at < 0 || i != at + 1) && !known.Contains(word, StringComparer.Ordinal)).ToList();
var articles = 1_000_000;
if (wrong.Count > 0 || (at >= 0 && (at + 1 == args.Length || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out articles) || articles < 1_000)))
{
    await Console.Error.WriteLineAsync($"'{string.Join(' ', args)}' is not understood: bench.sh stories [{string.Join('|', known)}] [--articles N], N from 1000, or bench.sh stories folds --data DIR.");
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
