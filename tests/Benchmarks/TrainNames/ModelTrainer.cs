using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.TrainNames;

/// <summary>
/// Trains weights by what cross-validation chose: English by conditional random fields of three seeds; Russian by fields of three seeds and perceptrons of
/// two, made equally long and added; Ukrainian from Russian texts by perceptrons of three seeds, since fields lose persons there.
/// </summary>
internal static class ModelTrainer
{
    private static readonly PerceptronOptions RussianPerceptron = new(Rounds: 20, Margin: 30, Miss: 30, Dropped: 0.3, Seed: 5);

    // What is learned from another language is less sure of a name.
    private static readonly PerceptronOptions UkrainianPerceptron = RussianPerceptron with { Miss = 45 };

    private static readonly CrfOptions EnglishField = new(Rounds: 15, Rate: 0.1f, Decay: 3e-4f, Margin: 1, Miss: 3, Dropped: 0.4, Seed: 5);

    private static readonly CrfOptions RussianField = EnglishField with { Miss = 6, Dropped = 0.6 };

    /// <summary>Weights for texts of <paramref name="ruleLanguage"/>, whatever language the lines are in.</summary>
    public static TagModel Train(IEnumerable<TrainingLine> lines, string ruleLanguage)
    {
        var all = lines.ToList();
        return ruleLanguage switch
        {
            "en" => Sum(Fields(all, EnglishField, 3)),
            "ru" => Sum(AsLong(Fields(all, RussianField, 3), Perceptrons(all, RussianPerceptron, 2))),
            _ => Sum(Perceptrons(all, UkrainianPerceptron, 3)),
        };
    }

    private static List<(float[] Weights, float[] Transitions)> Fields(List<TrainingLine> lines, CrfOptions options, int seeds) =>
        [.. Enumerable.Range(0, seeds).Select(seed => CrfTrainer.Train(lines, options with { Seed = options.Seed + seed }))];

    private static List<(float[] Weights, float[] Transitions)> Perceptrons(List<TrainingLine> lines, PerceptronOptions options, int seeds) =>
        [.. Enumerable.Range(0, seeds).Select(seed => PerceptronTrainer.Train(lines, options with { Seed = options.Seed + seed }))];

    // A perceptron's weights are larger by its margin: as long as those of a field, both have a say.
    private static IEnumerable<(float[] Weights, float[] Transitions)> AsLong(List<(float[] Weights, float[] Transitions)> fields, List<(float[] Weights, float[] Transitions)> perceptrons)
    {
        var by = (float)(fields.Average(Length) / perceptrons.Average(Length));
        return fields.Concat(perceptrons.Select(model => (Scaled(model.Weights, by), Scaled(model.Transitions, by))));
    }

    private static double Length((float[] Weights, float[] Transitions) model) => Math.Sqrt(model.Weights.Sum(weight => (double)weight * weight));

    private static float[] Scaled(float[] weights, float by) => [.. weights.Select(weight => weight * by)];

    // Sums serve as well as means.
    private static TagModel Sum(IEnumerable<(float[] Weights, float[] Transitions)> models)
    {
        var weights = new float[TagModel.Rows * NameLabels.Count];
        var transitions = new float[NameLabels.Count * NameLabels.Count];
        foreach (var model in models)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] += model.Weights[i];
            for (var i = 0; i < transitions.Length; i++)
                transitions[i] += model.Transitions[i];
        }

        return new TagModel(weights, transitions);
    }
}
