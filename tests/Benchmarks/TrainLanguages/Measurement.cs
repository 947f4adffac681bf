using NewsPlatform.Text;

namespace NewsPlatform.TrainLanguages;

/// <summary>Measures a model on samples that it has not seen.</summary>
internal static class Measurement
{
    private static readonly string[] Goal = ["ru", "uk", "be", "bg", "en", "de", "fr", "es", "pl", "it", "pt", "cs"];

    /// <summary>Prints the accuracy by language, its mean over the goal's languages, the frequent confusions and the speed.</summary>
    public static void Print(LanguageIdentifier identifier, IReadOnlyList<Sample> samples)
    {
        var before = Environment.CpuUsage.TotalTime;
        var answers = samples.Select(sample => (Expected: sample.Language, Guess: identifier.Identify(sample.Text))).ToList();
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;

        var accuracy = answers.GroupBy(answer => answer.Expected)
            .ToDictionary(group => group.Key, group => group.Average(answer => answer.Guess.Language == answer.Expected ? 1.0 : 0));
        Console.WriteLine(string.Join(' ', accuracy.OrderBy(entry => entry.Value).Select(entry => $"{entry.Key} {entry.Value:F4}")));
        Console.WriteLine(string.Join(' ', answers.Where(answer => answer.Guess.Language != answer.Expected)
            .CountBy(answer => $"{answer.Expected}>{answer.Guess.Language}").OrderByDescending(entry => entry.Value).Take(20).Select(entry => $"{entry.Key}:{entry.Value}")));
        Console.WriteLine(
            $"{answers.Count} texts, {accuracy.Count} languages, macro {accuracy.Values.Average():F4}, "
            + $"goal languages {Goal.Where(accuracy.ContainsKey).Average(language => accuracy[language]):F4}, mean confidence {answers.Average(answer => answer.Guess.Confidence):F4}, "
            + $"{answers.Count / seconds:F0} texts per second of one core");
    }

    /// <summary>Prints how many texts of languages that the model does not know are told to be undetermined.</summary>
    public static void PrintStrangers(LanguageIdentifier identifier, IReadOnlyList<Sample> samples)
    {
        foreach (var language in samples.GroupBy(sample => sample.Language))
        {
            var answers = language.Select(sample => identifier.Identify(sample.Text).Language).CountBy(answer => answer).OrderByDescending(answer => answer.Value).Take(4);
            Console.WriteLine($"unknown {language.Key}: " + string.Join(' ', answers.Select(answer => $"{answer.Key}:{(double)answer.Value / language.Count():F3}")));
        }
    }
}
