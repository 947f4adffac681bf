using NewsPlatform.Text;
using NewsPlatform.Text.Languages;

namespace NewsPlatform.TrainLanguages;

/// <summary>Counts samples and stop words and estimates the groups of the model.</summary>
internal static class Training
{
    // A stop word counts like this many occurrences in running text.
    private const float StopWordWeight = 2;

    // Languages that their script alone gives away.
    private static readonly string[] ByScript = ["el", "hy", "he", "bn", "pa", "gu", "ta", "te", "th", "ka", "ko", "ja", "zh"];

    public static bool Knows(string language) =>
        ByScript.Contains(language) || GroupPlan.All.Any(plan => plan.AllLanguages.Contains(language));

    public static IReadOnlyList<LanguageGroupData> Estimate(IEnumerable<Sample> samples)
    {
        var groups = GroupPlan.All.Select(plan => (Plan: plan, Counts: new FeatureCounts(plan))).ToList();
        var planByLanguage = groups.SelectMany(group => group.Plan.AllLanguages.Select(language => (language, group.Counts)))
            .ToDictionary(entry => entry.language, entry => entry.Counts);
        foreach (var sample in samples)
        {
            planByLanguage.GetValueOrDefault(sample.Language)?.Add(sample.Text, sample.Language, weight: 1);
        }

        foreach (var (language, words) in StopWords.ByLanguage)
        {
            planByLanguage.GetValueOrDefault(language)?.Add(string.Join(' ', words.Order(StringComparer.Ordinal)), language, StopWordWeight);
        }

        return [.. groups.Select(group => group.Counts.Estimate())];
    }
}
