using NewsPlatform.Text.Languages;

namespace NewsPlatform.TrainLanguages;

/// <summary>How often each feature occurs in each language of a group, and what a naive Bayes makes of it.</summary>
internal sealed class FeatureCounts(GroupPlan plan)
{
    // Added to every count (Lidstone); tuned on the held-out fifth.
    private const double Smoothing = 0.05;

    private const int MinimumCount = 2;

    private const int Kinds = NGramReader.WholeWord + 1;

    private readonly string[] _languages = plan.AllLanguages;

    private readonly Dictionary<uint, float[]> _counts = [];

    private readonly double[,] _totals = new double[Kinds, plan.AllLanguages.Length];

    private readonly uint[] _buffer = new uint[100_000];

    public void Add(string text, string language, float weight)
    {
        var column = Array.IndexOf(_languages, language);
        if (column < 0)
        {
            return;
        }

        var count = NGramReader.Read(text, plan.System, _buffer);
        foreach (var feature in _buffer.AsSpan(0, count))
        {
            if (!_counts.TryGetValue(feature, out var row))
            {
                _counts.Add(feature, row = new float[_languages.Length]);
            }

            row[column] += weight;
            _totals[NGramReader.KindOf(feature), column] += weight;
        }
    }

    /// <summary>The costs of the features that tell the most.</summary>
    public LanguageGroupData Estimate(float strangeCost)
    {
        var vocabulary = new int[Kinds];
        foreach (var feature in _counts.Keys)
        {
            vocabulary[NGramReader.KindOf(feature)]++;
        }

        var features = _counts
            .Where(entry => entry.Value.Sum() >= MinimumCount)
            .Select(entry => (Feature: entry.Key, Logs: LogProbabilities(entry.Key, entry.Value, vocabulary), Counts: entry.Value))
            .OrderByDescending(entry => Gain(entry.Logs, entry.Counts))
            .Take(plan.MaximumFeatures)
            .OrderBy(entry => entry.Feature)
            .ToList();

        return new LanguageGroupData(
            plan.System,
            _languages,
            strangeCost,
            plan.Priors,
            [.. Enumerable.Range(0, Kinds).SelectMany(kind => _languages.Select((_, column) => -(float)LogProbability(0, kind, column, vocabulary)))],
            [.. features.Select(entry => entry.Feature)],
            [.. features.Select(entry => LanguageGroupData.RarityOf(entry.Logs.Max()))],
            [.. features.SelectMany(entry => Costs(entry.Logs, entry.Counts))]);
    }

    private double LogProbability(float count, int kind, int column, int[] vocabulary) =>
        Math.Log((count + Smoothing) / (_totals[kind, column] + (Smoothing * Math.Max(1, vocabulary[kind]))));

    private double[] LogProbabilities(uint feature, float[] counts, int[] vocabulary) =>
        [.. counts.Select((count, column) => LogProbability(count, NGramReader.KindOf(feature), column, vocabulary))];

    // What is lost when the feature is forgotten: its occurrences times their distance from the average language.
    private static double Gain(double[] logs, float[] counts)
    {
        var average = Math.Log(logs.Average(Math.Exp));
        return logs.Zip(counts, (log, count) => count * Math.Max(0, log - average)).Sum();
    }

    private static IEnumerable<byte> Costs(double[] logs, float[] counts)
    {
        var best = logs.Max();
        return logs.Zip(counts, (log, count) => count == 0 ? LanguageGroupData.NotSeen : LanguageGroupData.CostOf(best, log));
    }
}
