using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.TrainExtraction;

/// <summary>Grows trees one after the other, each on what the ones before left wrong (gradient boosting on the logistic loss, histograms).</summary>
internal sealed class TreeTrainer
{
    private const int Bins = 64;
    private const int Seed = 20260815;

    private readonly TrainingOptions _options;
    private readonly int _count;
    private readonly int _width;
    private readonly float[][] _edges;
    private readonly byte[] _bins;
    private readonly float[] _weights;
    private readonly bool[] _labels;
    private readonly double[] _sums;
    private readonly Random _random = new(Seed);

    private TreeTrainer(IReadOnlyList<TrainingRows> pages, TrainingOptions options)
    {
        _options = options;
        _width = pages[0].Width;
        _edges = new float[_width][];
        var rows = pages.SelectMany(page => Enumerable.Range(0, page.Labels.Length).Where(i => page.Weights[i] > 0).Select(i => (Page: page, I: i))).ToList();
        _count = rows.Count;
        _weights = [.. rows.Select(row => row.Page.Weights[row.I])];
        _labels = [.. rows.Select(row => row.Page.Labels[row.I])];
        _sums = new double[_count];
        _bins = new byte[(long)_count * _width];
        for (var feature = 0; feature < _width; feature++)
        {
            var values = rows.Select(row => row.Page.Values[(row.I * _width) + feature]).ToArray();
            _edges[feature] = Edges(values);
            for (var i = 0; i < _count; i++)
                _bins[(i * _width) + feature] = BinOf(values[i], _edges[feature]);
        }
    }

    public static BoostedTrees Train(IReadOnlyList<TrainingRows> pages, TrainingOptions options) => new TreeTrainer(pages, options).Grow();

    private BoostedTrees Grow()
    {
        var inner = (1 << _options.Depth) - 1;
        var features = new byte[_options.Trees * inner];
        var thresholds = new float[_options.Trees * inner];
        var leaves = new float[_options.Trees << _options.Depth];
        for (var tree = 0; tree < _options.Trees; tree++)
            GrowTree(features.AsSpan(tree * inner, inner), thresholds.AsSpan(tree * inner, inner), leaves.AsSpan(tree << _options.Depth, 1 << _options.Depth));
        return new BoostedTrees(_options.Depth, features, thresholds, leaves);
    }

    private void GrowTree(Span<byte> features, Span<float> thresholds, Span<float> leaves)
    {
        var gradient = new float[_count];
        var curvature = new float[_count];
        for (var i = 0; i < _count; i++)
        {
            var probability = 1 / (1 + Math.Exp(-_sums[i]));
            gradient[i] = (float)(((_labels[i] ? 1 : 0) - probability) * _weights[i]);
            curvature[i] = (float)(probability * (1 - probability) * _weights[i]);
        }

        var seen = Enumerable.Range(0, _count).Where(_ => _random.NextDouble() < _options.Rows).ToArray();
        var allowed = Enumerable.Range(0, _width).Where(_ => _random.NextDouble() < _options.Features).ToArray();
        var node = new int[_count];
        var cuts = new byte[features.Length];
        for (var level = 0; level < _options.Depth; level++)
        {
            var histograms = Fill(seen, allowed, node, (1 << level) - 1, 1 << level, gradient, curvature);
            for (var at = 0; at < 1 << level; at++)
                Split(histograms.AsSpan(at * allowed.Length * Bins * 2, allowed.Length * Bins * 2), allowed, (1 << level) - 1 + at, features, thresholds, cuts);
            for (var i = 0; i < _count; i++)
                node[i] = (node[i] * 2) + (_bins[(i * _width) + features[node[i]]] > cuts[node[i]] ? 2 : 1);
        }

        SetLeaves(seen, node, gradient, curvature, leaves);
        for (var i = 0; i < _count; i++)
            _sums[i] += leaves[node[i] - features.Length];
    }

    private double[] Fill(int[] seen, int[] allowed, int[] node, int firstNode, int nodes, float[] gradient, float[] curvature)
    {
        var histograms = new double[nodes * allowed.Length * Bins * 2];
        foreach (var i in seen)
        {
            var start = (node[i] - firstNode) * allowed.Length * Bins * 2;
            for (var f = 0; f < allowed.Length; f++)
            {
                var cell = start + (((f * Bins) + _bins[(i * _width) + allowed[f]]) * 2);
                histograms[cell] += gradient[i];
                histograms[cell + 1] += curvature[i];
            }
        }

        return histograms;
    }

    private void Split(ReadOnlySpan<double> histograms, int[] allowed, int node, Span<byte> features, Span<float> thresholds, Span<byte> cuts)
    {
        double best = 1e-6;
        features[node] = (byte)allowed[0];
        thresholds[node] = float.MaxValue;
        cuts[node] = byte.MaxValue;
        for (var f = 0; f < allowed.Length; f++)
        {
            var cells = histograms.Slice(f * Bins * 2, Bins * 2);
            double allGradient = 0, allCurvature = 0, leftGradient = 0, leftCurvature = 0;
            for (var bin = 0; bin < Bins; bin++)
            {
                allGradient += cells[bin * 2];
                allCurvature += cells[(bin * 2) + 1];
            }

            for (var bin = 0; bin < _edges[allowed[f]].Length; bin++)
            {
                leftGradient += cells[bin * 2];
                leftCurvature += cells[(bin * 2) + 1];
                var gain = Worth(leftGradient, leftCurvature) + Worth(allGradient - leftGradient, allCurvature - leftCurvature) - Worth(allGradient, allCurvature);
                if (gain <= best)
                    continue;

                best = gain;
                features[node] = (byte)allowed[f];
                thresholds[node] = _edges[allowed[f]][bin];
                cuts[node] = (byte)bin;
            }
        }
    }

    private double Worth(double gradient, double curvature) => gradient * gradient / (curvature + _options.Stiffness);

    private void SetLeaves(int[] seen, int[] node, float[] gradient, float[] curvature, Span<float> leaves)
    {
        var sums = new double[leaves.Length * 2];
        foreach (var i in seen)
        {
            sums[(node[i] - leaves.Length + 1) * 2] += gradient[i];
            sums[((node[i] - leaves.Length + 1) * 2) + 1] += curvature[i];
        }

        for (var leaf = 0; leaf < leaves.Length; leaf++)
            leaves[leaf] = (float)(_options.Rate * sums[leaf * 2] / (sums[(leaf * 2) + 1] + _options.Stiffness));
    }

    // Values between which a tree may part, so that each bin holds about as many blocks.
    private static float[] Edges(float[] values)
    {
        var sorted = values.Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / Bins)]).Distinct().Where(edge => edge < sorted[^1])];
    }

    private static byte BinOf(float value, float[] edges)
    {
        var at = Array.BinarySearch(edges, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}

/// <summary>The blocks of one page as the trees see them: rows of figures, whether each belongs to the article, how much each counts.</summary>
internal sealed record TrainingRows(float[] Values, int Width, bool[] Labels, float[] Weights);
