using System.Globalization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>Trains on four fifths of the sites, reads the pages of the last fifth, and scores what the whole reader makes of them.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    /// <summary>Prints the scores of each set: the mean of as many ways to part the sites as are asked for, for one alone is worth half a point either way.</summary>
    /// <param name="pages">All of them.</param>
    /// <param name="partings">How many ways to part the sites; at least 1.</param>
    /// <param name="perPage">A file for the scores of each page, the worst first; null = none.</param>
    public static void Print(IReadOnlyList<TrainingPage> pages, int partings, string? perPage)
    {
        var scores = new List<PageScore>();
        for (var parting = 0; parting < partings; parting++)
        {
            var here = Enumerable.Range(0, Folds).SelectMany(fold => ScoresOf(pages, parting, fold)).ToList();
            if (partings > 1)
                Print($" (parting {parting})", here);
            scores.AddRange(here);
        }

        Print("", scores);
        Print(" (had every block been told apart)", pages.Select(page => Score(page, BlockCleaner.Clean([.. page.Page.Blocks.Where((_, i) => page.Labels[i])], page.Metadata))));
        if (perPage is not null)
            File.WriteAllLines(perPage, scores.GroupBy(score => (score.Set, score.Id)).OrderBy(page => page.Average(score => score.F1)).Select(Line));
    }

    private static IEnumerable<PageScore> ScoresOf(IReadOnlyList<TrainingPage> pages, int parting, int fold)
    {
        var model = ModelTrainer.Train([.. pages.Where(page => page.Fold(Folds, parting) != fold)], TrainingOptions.Default);
        return pages.Where(page => page.Fold(Folds, parting) == fold).Select(page => Score(page, model));
    }

    // What is told apart, but also what a pay wall hides and what the page declares: the answer as users get it.
    private static PageScore Score(TrainingPage page, BlockModel model) =>
        Score(page, BodyReader.Read(page.Root, page.Address, page.Metadata, model) is { Letters: >= ExtractionLimits.MinBodyLetters } found ? found.Blocks : []);

    private static PageScore Score(TrainingPage page, IReadOnlyList<ArticleBlock> blocks)
    {
        var text = string.Join("\n\n", blocks.Where(block => block.Text.Length > 0 && block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text));
        var (precision, recall) = Tokens.Score(page.Gold, text);
        return new PageScore(page.Set, page.Id, text.Length == 0 ? double.NaN : precision, recall);
    }

    private static void Print(string what, IEnumerable<PageScore> all)
    {
        foreach (var set in all.GroupBy(score => score.Set))
        {
            var precision = set.Where(score => !double.IsNaN(score.Precision)).Average(score => score.Precision); // an empty answer has none; the page's own figure does not forgive it
            var recall = set.Average(score => score.Recall);
            Console.WriteLine($"{set.Key}{what}: f1 {2 * precision * recall / (precision + recall):0.0000} precision {precision:0.0000} recall {recall:0.0000} f1_page {set.Average(score => score.F1):0.0000}");
        }
    }

    private static string Line(IGrouping<(string Set, string Id), PageScore> page) =>
        string.Create(CultureInfo.InvariantCulture, $"{page.Average(score => score.F1):0.000}\t{page.Average(score => score.Precision):0.000}\t{page.Average(score => score.Recall):0.000}\t{page.Key.Set}\t{page.Key.Id}");

    private sealed record PageScore(string Set, string Id, double Precision, double Recall)
    {
        public double F1 => Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    }
}
