using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle;

public sealed class BlockModelTests
{
    [Fact]
    public void A_written_model_says_after_reading_what_it_said_before()
    {
        var rows = Enumerable.Range(0, 3 * BlockFeatures.Count).Select(number => number % 7 / 3f).ToArray();
        using var file = new MemoryStream();
        BlockModel.Shared.Write(file);
        file.Position = 0;

        Assert.Equal(BlockModel.Shared.Probabilities(rows), BlockModel.Read(file).Probabilities(rows));
    }

    [Fact]
    public void Each_question_sends_what_is_above_its_threshold_to_the_right()
    {
        var trees = new BoostedTrees(depth: 1, features: [1], thresholds: [0.5f], leaves: [-4, 4]);

        Assert.True(trees.Probability([9, 0.5f]) < 0.1);
        Assert.True(trees.Probability([0, 0.6f]) > 0.9);
    }
}
