using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>Trains both rounds. The second learns from what the first says of sites that it was not trained on, as it will be in use.</summary>
internal static class ModelTrainer
{
    private const int Folds = 4;

    public static BlockModel Train(IReadOnlyList<TrainingPage> pages, TrainingOptions options)
    {
        var wide = new List<TrainingRows>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = First([.. pages.Where(page => Part(page) != fold)], options);
            wide.AddRange(pages.Where(page => Part(page) == fold).Select(page =>
                page.Rows(BlockModel.Widen(page.Page.Rows, BlockModel.FirstRound(others, page.Page.Rows)), BlockModel.SecondCount)));
        }

        return new BlockModel(First(pages, options), TreeTrainer.Train(wide, options));
    }

    private static BoostedTrees First(IReadOnlyList<TrainingPage> pages, TrainingOptions options) =>
        TreeTrainer.Train([.. pages.Select(page => page.Rows(page.Page.Rows, BlockFeatures.Count))], options);

    // Another way of parting than the cross-validation's around it.
    private static int Part(TrainingPage page) => page.Fold(Folds * 7) % Folds;
}
