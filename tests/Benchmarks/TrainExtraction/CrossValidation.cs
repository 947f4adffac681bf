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
            Print(set.Key + " (had every block been told apart)", [.. set.Select(page => Score(page, [.. page.Page.Blocks.Where((_, i) => page.Labels[i])]))]);
    }

    private static (string Set, double Precision, double Recall) Score(TrainingPage page, BlockModel model) =>
        Score(page, BlockChooser.Choose(page.Page.Blocks, page.Page.Facts, page.Page.Rows, model));

    private static (string Set, double Precision, double Recall) Score(TrainingPage page, List<ReadBlock> chosen)
    {
        var blocks = BlockCleaner.Clean(chosen, page.Metadata);
        var text = string.Join("\n\n", blocks.Where(block => block.Text.Length > 0 && block.Type is not (BlockTypes.Image or BlockTypes.Embed)).Select(block => block.Text));
        var (precision, recall) = Tokens.Score(page.Gold, text);
        return (page.Set, precision, recall);
    }

    private static void Print(string set, List<(string Set, double Precision, double Recall)> scores)
    {
        var precision = scores.Average(score => score.Precision);
        var recall = scores.Average(score => score.Recall);
        var page = scores.Average(score => score.Precision + score.Recall == 0 ? 0 : 2 * score.Precision * score.Recall / (score.Precision + score.Recall));
        Console.WriteLine($"{set}: f1 {2 * precision * recall / (precision + recall):0.0000} precision {precision:0.0000} recall {recall:0.0000} f1_page {page:0.0000}");
    }
}
