using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.TrainNames;

/// <summary>
/// Trains a tagger: a structured perceptron with a margin (wrong labels get a bonus while it learns, so that right ones must win clearly),
/// features dropped by chance, and the weights of all steps averaged.
/// </summary>
internal sealed class PerceptronTrainer(PerceptronOptions options)
{
    private const int Labels = NameLabels.Count;

    private readonly float[] _weights = new float[TagModel.Rows * Labels];
    private readonly float[] _weightSums = new float[TagModel.Rows * Labels];
    private readonly float[] _transitions = new float[Labels * Labels];
    private readonly float[] _transitionSums = new float[Labels * Labels];
    private readonly Random _chance = new(options.Seed);
    private long _step = 1;

    /// <summary>Weights of features and of transitions.</summary>
    public static (float[] Weights, float[] Transitions) Train(IEnumerable<TrainingLine> lines, PerceptronOptions options)
    {
        var trainer = new PerceptronTrainer(options);
        trainer.Learn([.. lines.Where(line => line.Labels.Length > 0)]);
        return (trainer.Average(trainer._weights, trainer._weightSums), trainer.Average(trainer._transitions, trainer._transitionSums));
    }

    private void Learn(TrainingLine[] lines)
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
    }

    private void Learn(TrainingLine line)
    {
        var features = line.Features.Select(Drop).ToArray();
        var scores = new float[features.Length * Labels];
        for (var i = 0; i < features.Length; i++)
        {
            var sums = scores.AsSpan(i * Labels, Labels);
            sums.Fill(options.Margin);
            sums[NameLabels.Outside] = options.Miss;
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

/// <summary>How a perceptron learns.</summary>
/// <param name="Rounds">How often each line is seen.</param>
/// <param name="Margin">By how much a right label must win over another of a name.</param>
/// <param name="Miss">By how much a name must win over none.</param>
/// <param name="Dropped">Share of the features left out at each sight.</param>
/// <param name="Seed">Of chance.</param>
internal sealed record PerceptronOptions(int Rounds, float Margin, float Miss, double Dropped, int Seed);
