using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>Trains on four fifths of the sites, reads the pages of the last fifth, and scores what the whole reader makes of them.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    public static void Print(IReadOnlyList<TrainingPage> pages)
    {
        var scores = new List<(string Set, double Precision, double Recall)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = ModelTrainer.Train([.. pages.Where(page => page.Fold(Folds) != fold)], TrainingOptions.Default);
            scores.AddRange(pages.Where(page => page.Fold(Folds) == fold).Select(page => Score(page, model)));
        }

        foreach (var set in scores.GroupBy(score => score.Set))
            Print(set.Key, [.. set]);
        foreach (var set in pages.GroupBy(page => page.Set))
            Print(set.Key + " (had every block been told apart)", [.. set.Select(page => Score(page, BlockCleaner.Clean([.. page.Page.Blocks.Where((_, i) => page.Labels[i])], page.Metadata)))]);
    }

    // What is told apart, but also what a pay wall hides and what the page declares: the answer as users get it.
    private static (string Set, double Precision, double Recall) Score(TrainingPage page, BlockModel model) =>
        Score(page, BodyReader.Read(page.Root, page.Address, page.Metadata, model) is { Letters: >= ExtractionLimits.MinBodyLetters } found ? found.Blocks : []);

    private static (string Set, double Precision, double Recall) Score(TrainingPage page, IReadOnlyList<ArticleBlock> blocks)
    {
        var text = string.Join("\n\n", blocks.Where(block => block.Text.Length > 0 && block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text));
        var (precision, recall) = Tokens.Score(page.Gold, text);
        return (page.Set, text.Length == 0 ? double.NaN : precision, recall);
    }

    private static void Print(string set, List<(string Set, double Precision, double Recall)> scores)
    {
        var precision = scores.Where(score => !double.IsNaN(score.Precision)).Average(score => score.Precision); // an empty answer has none; the page's own figure below does not forgive it
        var recall = scores.Average(score => score.Recall);
        var page = scores.Average(score => score.Recall == 0 ? 0 : 2 * score.Precision * score.Recall / (score.Precision + score.Recall));
        Console.WriteLine($"{set}: f1 {2 * precision * recall / (precision + recall):0.0000} precision {precision:0.0000} recall {recall:0.0000} f1_page {page:0.0000}");
    }
}
