namespace NewsPlatform.TrainExtraction;

/// <summary>How the trees grow.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Depth">Questions on the way to a leaf.</param>
/// <param name="Rate">How much of its advice a tree gives.</param>
/// <param name="Rows">Share of the blocks that a tree sees.</param>
/// <param name="Features">Share of the figures that a tree may ask for.</param>
/// <param name="Stiffness">Added to a leaf's weight: the higher, the more evidence it takes.</param>
internal sealed record TrainingOptions(int Trees, int Depth, double Rate, double Rows, double Features, double Stiffness)
{
    public static TrainingOptions Default { get; } = new(Trees: 220, Depth: 5, Rate: 0.06, Rows: 0.6, Features: 0.25, Stiffness: 8);
}
