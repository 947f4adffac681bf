using NewsPlatform.Text;
using NewsPlatform.Text.Languages;

namespace NewsPlatform.TrainLanguages;

/// <summary>Counts samples and stop words and estimates the groups of the model.</summary>
internal static class Training
{
    // A stop word counts like this many occurrences in running text.
    private const float StopWordWeight = 2;

    // Of a language's own texts one in twenty is stranger, full of names or half in English; what is stranger than that by a quarter is in another language.
    private const double Ordinary = 0.95;
    private const float Allowance = 1.25f;

    // Languages that their script alone gives away.
    private static readonly string[] ByScript = ["el", "hy", "he", "bn", "pa", "gu", "ta", "te", "th", "ka", "ko", "ja", "zh"];

    public static bool Knows(string language) =>
        ByScript.Contains(language) || GroupPlan.All.Any(plan => plan.AllLanguages.Contains(language));

    /// <summary>The groups, and how strange a text may be: that is read from each fifth of the samples by a model of the others.</summary>
    public static IReadOnlyList<LanguageGroupData> Estimate(IReadOnlyList<Sample> samples)
    {
        var costs = GroupPlan.All.ToDictionary(plan => plan.System, _ => new List<(string Language, float Cost)>());
        for (var fifth = 0; fifth < 5; fifth++)
        {
            var isAside = samples.Select((_, i) => i / Sample.SentencesPerBlock % 5 == fifth).ToArray();
            var aside = Sample.Join(samples.Where((_, i) => isAside[i]));
            foreach (var data in Count(samples.Where((_, i) => !isAside[i])).Select(group => group.Counts.Estimate(float.MaxValue)))
            {
                costs[data.System].AddRange(CostsOf(data, aside));
            }
        }

        return [.. Count(samples).Select(group => group.Counts.Estimate(StrangeCost(costs[group.Plan.System])))];
    }

    private static List<(GroupPlan Plan, FeatureCounts Counts)> Count(IEnumerable<Sample> samples)
    {
        var groups = GroupPlan.All.Select(plan => (Plan: plan, Counts: new FeatureCounts(plan))).ToList();
        foreach (var sample in samples)
        {
            Add(groups, sample.Language, sample.Text, weight: 1);
        }

        foreach (var (language, words) in StopWords.ByLanguage)
        {
            Add(groups, language, string.Join(' ', words.Order(StringComparer.Ordinal)), StopWordWeight);
        }

        return groups;
    }

    private static void Add(List<(GroupPlan Plan, FeatureCounts Counts)> groups, string language, string text, float weight)
    {
        foreach (var (plan, counts) in groups.Where(group => group.Plan.AllLanguages.Contains(language)))
        {
            counts.Add(text, language, weight);
        }
    }

    private static float StrangeCost(IEnumerable<(string Language, float Cost)> costs) =>
        costs.GroupBy(one => one.Language, one => one.Cost).Max(own => own.Order().ElementAt((int)(Ordinary * (own.Count() - 1)))) * Allowance;

    private static IEnumerable<(string Language, float Cost)> CostsOf(LanguageGroupData data, IReadOnlyList<Sample> samples)
    {
        var group = data.ToGroup();
        var features = new uint[100_000];
        var scores = new float[group.Languages.Count];
        foreach (var sample in samples)
        {
            var language = Array.IndexOf(data.Languages, sample.Language);
            var count = language < 0 || WritingSystems.Dominant(sample.Text).System != data.System ? 0 : NGramReader.Read(sample.Text, data.System, features);
            var known = group.Score(features.AsSpan(0, count), scores);
            if (known >= LanguageIdentifier.EnoughFeatures)
            {
                yield return (sample.Language, group.CostOf(language, scores, known));
            }
        }
    }
}
