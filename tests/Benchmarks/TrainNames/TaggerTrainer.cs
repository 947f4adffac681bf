using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.TrainNames;

/// <summary>
/// Trains a tagger: a structured perceptron with a margin (wrong labels get a bonus while it learns, so that right ones must win clearly),
/// features dropped by chance, and the weights of all steps averaged.
/// </summary>
internal sealed class TaggerTrainer(TrainingOptions options)
{
    private const int Labels = NameLabels.Count;

    private readonly float[] _weights = new float[TagModel.Rows * Labels];
    private readonly float[] _weightSums = new float[TagModel.Rows * Labels];
    private readonly float[] _transitions = new float[Labels * Labels];
    private readonly float[] _transitionSums = new float[Labels * Labels];
    private readonly Random _chance = new(options.Seed);
    private long _step = 1;

    public static TagModel Train(IEnumerable<TrainingLine> lines, TrainingOptions options) => new TaggerTrainer(options).Train([.. lines.Where(line => line.Labels.Length > 0)]);

    private TagModel Train(TrainingLine[] lines)
    {
        for (var round = 0; round < options.Rounds; round++)
        {
            _chance.Shuffle(lines);
            foreach (var line in lines)
            {
                Learn(line);
                _step++;
            }
        }

        return new TagModel(Average(_weights, _weightSums), Average(_transitions, _transitionSums));
    }

    private void Learn(TrainingLine line)
    {
        var features = line.Features.Select(Drop).ToArray();
        var scores = new float[features.Length * Labels];
        for (var i = 0; i < features.Length; i++)
        {
            var sums = scores.AsSpan(i * Labels, Labels);
            sums.Fill(options.Margin);
            sums[line.Labels[i]] = 0;
            foreach (var feature in features[i])
                AddTo(sums, _weights.AsSpan(feature * Labels, Labels));
        }

        var guess = Viterbi.Best(scores, _transitions);
        for (var i = 0; i < features.Length; i++)
        {
            if (guess[i] != line.Labels[i])
                Move(features[i], line.Labels[i], guess[i]);
            if (i > 0 && (guess[i] != line.Labels[i] || guess[i - 1] != line.Labels[i - 1]))
            {
                Add(_transitions, _transitionSums, (line.Labels[i - 1] * Labels) + line.Labels[i], 1);
                Add(_transitions, _transitionSums, (guess[i - 1] * Labels) + guess[i], -1);
            }
        }
    }

    private static void AddTo(Span<float> sums, ReadOnlySpan<float> row)
    {
        for (var label = 0; label < Labels; label++)
            sums[label] += row[label];
    }

    private int[] Drop(int[] features) => options.Dropped == 0 ? features : [.. features.Where(_ => _chance.NextDouble() >= options.Dropped)];

    private void Move(int[] features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            Add(_weights, _weightSums, (feature * Labels) + right, 1);
            Add(_weights, _weightSums, (feature * Labels) + wrong, -1);
        }
    }

    private void Add(float[] weights, float[] sums, int at, float by)
    {
        weights[at] += by;
        sums[at] += by * _step;
    }

    private float[] Average(float[] weights, float[] sums) => [.. weights.Select((weight, i) => weight - (sums[i] / _step))];
}

/// <summary>How a tagger learns.</summary>
/// <param name="Rounds">How often each line is seen.</param>
/// <param name="Margin">By how much a right label must win.</param>
/// <param name="Dropped">Share of the features left out at each sight.</param>
/// <param name="Seed">Of chance.</param>
internal sealed record TrainingOptions(int Rounds, float Margin, double Dropped, int Seed)
{
    // The few Russian texts ask for more care not to learn them by heart; chosen by cross-validation.
    private static readonly TrainingOptions Slavic = new(Rounds: 20, Margin: 30, Dropped: 0.3, Seed: 5);

    private static readonly TrainingOptions English = new(Rounds: 12, Margin: 8, Dropped: 0.1, Seed: 5);

    /// <summary>What suits the texts of a rule language.</summary>
    public static TrainingOptions For(string ruleLanguage) => ruleLanguage == "en" ? English : Slavic;
}
