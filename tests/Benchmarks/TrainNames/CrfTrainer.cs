using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.TrainNames;

/// <summary>
/// Trains a tagger as a conditional random field: each line moves the weights towards what would make its right labels more probable (AdaGrad),
/// with a bonus to wrong labels while it learns, so that right ones must win clearly, and features dropped by chance.
/// </summary>
internal sealed class CrfTrainer(CrfOptions options)
{
    private const int Labels = NameLabels.Count;

    // Gradients below it move nothing that counts and cost most of the time.
    private const float Least = 1e-3f;

    private static readonly (int From, int To)[] Steps =
        [.. Enumerable.Range(0, Labels * Labels).Select(i => (i / Labels, i % Labels)).Where(step => NameLabels.MayFollow(step.Item1, step.Item2))];

    private readonly float[] _weights = new float[TagModel.Rows * Labels];
    private readonly float[] _squares = new float[TagModel.Rows * Labels];
    private readonly float[] _transitions = new float[Labels * Labels];
    private readonly float[] _transitionSquares = new float[Labels * Labels];
    private readonly float[] _stepWeights = new float[Labels * Labels];
    private readonly Random _chance = new(options.Seed);

    /// <summary>Weights of features and of transitions; features are scaled as if none were dropped.</summary>
    public static (float[] Weights, float[] Transitions) Train(IEnumerable<TrainingLine> lines, CrfOptions options)
    {
        var trainer = new CrfTrainer(options);
        trainer.Learn([.. lines.Where(line => line.Labels.Length > 0)]);
        var kept = (float)(1 - options.Dropped);
        return ([.. trainer._weights.Select(weight => weight * kept)], trainer._transitions);
    }

    private void Learn(TrainingLine[] lines)
    {
        for (var round = 0; round < options.Rounds; round++)
        {
            _chance.Shuffle(lines);
            foreach (var line in lines)
                Learn(line);
        }
    }

    private void Learn(TrainingLine line)
    {
        var count = line.Labels.Length;
        var features = line.Features.Select(Drop).ToArray();
        var words = WordScores(line, features);
        foreach (var (from, to) in Steps)
            _stepWeights[(from * Labels) + to] = MathF.Exp(_transitions[(from * Labels) + to]);
        var forward = new float[count * Labels];
        var backward = new float[count * Labels];
        Forward(words, forward, count);
        Backward(words, backward, count);
        MoveTransitions(line.Labels, words, forward, backward);
        Span<float> wanted = stackalloc float[Labels];
        for (var i = 0; i < count; i++)
        {
            var sum = 0f;
            for (var label = 0; label < Labels; label++)
                sum += wanted[label] = forward[(i * Labels) + label] * backward[(i * Labels) + label];
            var moves = false;
            for (var label = 0; label < Labels; label++)
            {
                wanted[label] = (label == line.Labels[i] ? 1 : 0) - (wanted[label] / sum);
                wanted[label] = Math.Abs(wanted[label]) < Least ? 0 : wanted[label];
                moves |= wanted[label] != 0;
            }

            if (moves)
                Move(features[i], wanted);
        }
    }

    // exp of each word's scores, the largest 1.
    private float[] WordScores(TrainingLine line, int[][] features)
    {
        var scores = new float[features.Length * Labels];
        for (var i = 0; i < features.Length; i++)
        {
            var sums = scores.AsSpan(i * Labels, Labels);
            sums.Fill(options.Margin);
            sums[NameLabels.Outside] = options.Miss;
            sums[line.Labels[i]] = 0;
            foreach (var feature in features[i])
            {
                var row = _weights.AsSpan(feature * Labels, Labels);
                for (var label = 0; label < Labels; label++)
                    sums[label] += row[label];
            }

            var most = float.NegativeInfinity;
            foreach (var sum in sums)
                most = Math.Max(most, sum);
            // Not below what keeps a product of probabilities above zero.
            for (var label = 0; label < Labels; label++)
                sums[label] = MathF.Exp(Math.Max(sums[label] - most, -30));
        }

        return scores;
    }

    private void Forward(float[] words, float[] forward, int count)
    {
        for (var label = 0; label < Labels; label++)
            forward[label] = NameLabels.MayOpen(label) ? words[label] : 0;
        for (var i = 1; i < count; i++)
        {
            var before = forward.AsSpan((i - 1) * Labels, Labels);
            var now = forward.AsSpan(i * Labels, Labels);
            foreach (var (from, to) in Steps)
                now[to] += before[from] * _stepWeights[(from * Labels) + to];
            for (var label = 0; label < Labels; label++)
                now[label] *= words[(i * Labels) + label];
            Scale(now);
        }
    }

    private void Backward(float[] words, float[] backward, int count)
    {
        for (var label = 0; label < Labels; label++)
            backward[((count - 1) * Labels) + label] = NameLabels.MayClose(label) ? 1 : 0;
        for (var i = count - 2; i >= 0; i--)
        {
            var now = backward.AsSpan(i * Labels, Labels);
            var next = backward.AsSpan((i + 1) * Labels, Labels);
            foreach (var (from, to) in Steps)
                now[from] += next[to] * words[((i + 1) * Labels) + to] * _stepWeights[(from * Labels) + to];
            Scale(now);
        }
    }

    private static void Scale(Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value;
        foreach (ref var value in values)
            value /= sum;
    }

    private void MoveTransitions(byte[] labels, float[] words, float[] forward, float[] backward)
    {
        Span<float> wanted = stackalloc float[Labels * Labels];
        Span<float> shares = stackalloc float[Labels * Labels];
        for (var i = 1; i < labels.Length; i++)
        {
            var sum = 0f;
            foreach (var (from, to) in Steps)
                sum += shares[(from * Labels) + to] = forward[((i - 1) * Labels) + from] * _stepWeights[(from * Labels) + to] * words[(i * Labels) + to] * backward[(i * Labels) + to];
            foreach (var (from, to) in Steps)
                wanted[(from * Labels) + to] -= shares[(from * Labels) + to] / sum;
            wanted[(labels[i - 1] * Labels) + labels[i]] += 1;
        }

        for (var i = 0; i < wanted.Length; i++)
            Move(ref _transitions[i], ref _transitionSquares[i], wanted[i]);
    }

    private void Move(int[] features, ReadOnlySpan<float> wanted)
    {
        foreach (var feature in features)
        {
            for (var label = 0; label < Labels; label++)
            {
                var at = (feature * Labels) + label;
                Move(ref _weights[at], ref _squares[at], wanted[label]);
            }
        }
    }

    private void Move(ref float weight, ref float squares, float wanted)
    {
        if (wanted != 0)
        {
            var gradient = wanted - (options.Decay * weight);
            squares += gradient * gradient;
            weight += options.Rate * gradient / (MathF.Sqrt(squares) + 1e-3f);
        }
    }

    private int[] Drop(int[] features) => options.Dropped == 0 ? features : [.. features.Where(_ => _chance.NextDouble() >= options.Dropped)];
}

/// <summary>How a conditional random field learns.</summary>
/// <param name="Rounds">How often each line is seen.</param>
/// <param name="Rate">Of the first steps; AdaGrad makes them shorter.</param>
/// <param name="Decay">How strongly weights are drawn to zero at each step.</param>
/// <param name="Margin">By how much a right label must win over another of a name.</param>
/// <param name="Miss">By how much a name must win over none: too many would be missed otherwise.</param>
/// <param name="Dropped">Share of the features left out at each sight.</param>
/// <param name="Seed">Of chance.</param>
internal sealed record CrfOptions(int Rounds, float Rate, float Decay, float Margin, float Miss, double Dropped, int Seed);
