using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>Finds out which blocks of a page the gold text holds.</summary>
internal static class BlockLabels
{
    private const int Shingle = 4;
    private const double Half = 0.5;
    private const float MaxWeight = 12;
    private const float MinWeight = 0.15f;

    /// <summary>The labels, and how much each block counts: by its part of the article, so that a long article counts as much as a short one.</summary>
    public static (bool[] Labels, float[] Weights) Of(IReadOnlyList<ReadBlock> blocks, string gold)
    {
        var goldTokens = Tokens.Of(gold);
        var shingles = Tokens.Shingles(goldTokens, Shingle).Keys.ToHashSet();
        var lines = gold.Split('\n').Select(line => string.Join(' ', Tokens.Of(line))).ToHashSet();
        var whole = " " + string.Join(' ', goldTokens) + " ";
        var labels = new bool[blocks.Count];
        var weights = new float[blocks.Count];
        var tokens = blocks.Select(block => BlockChooser.IsText(block) ? Tokens.Of(block.Block.Text) : []).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            var own = tokens[i];
            labels[i] = own.Count > 0 && (own.Count >= Shingle
                ? Tokens.Shingles(own, Shingle).Keys.Count(shingles.Contains) > Half * (own.Count - Shingle + 1)
                : lines.Contains(string.Join(' ', own)) || Follows(i > 0 ? tokens[i - 1] : [], own, whole));
            weights[i] = own.Count == 0 ? 0 : Math.Clamp(own.Count * 60f / Math.Max(60, goldTokens.Count), MinWeight, MaxWeight);
        }

        return (labels, weights);
    }

    private static bool Follows(IReadOnlyList<string> before, IReadOnlyList<string> own, string whole) =>
        before.Count > 1 && whole.Contains($" {before[^2]} {before[^1]} {string.Join(' ', own)} ", StringComparison.Ordinal);
}
