using NewsPlatform.TrainExtraction;

// Trains article-blocks.bin, which tells an article's blocks from the rest of its page, from sets of pages with their bodies
// (a folder with html/*.html.gz and ground-truth.json: {"id":{"articleBody","url"}}).
//   --measure DIR…       five times over, trains on four fifths of the sites and prints the scores of the other fifth; writes no model
//     --partings N       the mean of N ways to part the sites (1)
//     --pages FILE       the scores of each page, the worst first
//   OUTPUT DIR…          trains on everything and writes the model
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("Usage: --measure [--partings N] [--pages FILE] DIR… | OUTPUT DIR…, each DIR holding html/*.html.gz and ground-truth.json.");
    return 2;
}

int At(string option) => Array.IndexOf(args, option);
string? Option(string option) => At(option) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var folders = args.Skip(1).Where((argument, i) => !argument.StartsWith("--", StringComparison.Ordinal) && !args[i].StartsWith("--p", StringComparison.Ordinal));
var pages = folders.SelectMany(TrainingPage.ReadAll).ToList();
Console.WriteLine($"{pages.Count} pages of {pages.Select(page => page.Site).Distinct().Count()} sites, {pages.Sum(page => page.Labels.Length)} blocks, {pages.Sum(page => page.Labels.Count(label => label))} of them in articles");
if (args[0] == "--measure")
{
    CrossValidation.Print(pages, int.Parse(Option("--partings") ?? "1", System.Globalization.CultureInfo.InvariantCulture), Option("--pages"));
    return 0;
}

await using var output = File.Create(args[0]);
ModelTrainer.Train(pages, TrainingOptions.Default).Write(output);
Console.WriteLine($"{output.Length} bytes");
return 0;
