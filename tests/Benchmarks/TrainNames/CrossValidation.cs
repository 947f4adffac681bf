using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.TrainNames;

/// <summary>Trains on four fifths of the texts, finds the names of the last fifth, five times over; prints the figures beside those of the rules.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    public static void Print(IReadOnlyList<Sample> samples)
    {
        var found = new (Sample Sample, IReadOnlyList<Mention> Names)[samples.Count];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var tagger = Train(samples.Where(sample => sample.Fold(Folds) != fold), samples[0].Article.RuleLanguage);
            for (var i = 0; i < samples.Count; i++)
            {
                if (samples[i].Fold(Folds) == fold)
                    found[i] = (samples[i], Names(samples[i], tagger));
            }
        });

        foreach (var set in found.GroupBy(one => one.Sample.Set))
            Print(set.Key, [.. set]);
    }

    /// <summary>Figures of a tagger on sets that it was not trained on.</summary>
    public static void Print(IReadOnlyList<Sample> samples, NameTagger tagger)
    {
        foreach (var set in samples.GroupBy(sample => sample.Set))
            Print(set.Key, [.. set.Select(sample => (sample, Names(sample, tagger)))]);
    }

    // As the service gives them.
    private static IReadOnlyList<Mention> Names(Sample sample, NameTagger tagger) =>
        TaggedNames.Of(sample.Article, sample.Lexicon, sample.Rules, tagger.Find(sample.Article, sample.Lexicon, sample.Rules));

    /// <summary>A tagger for texts of <paramref name="language"/>, which need not be that of the samples.</summary>
    public static NameTagger Train(IEnumerable<Sample> samples, string language)
    {
        var all = samples.ToList();
        var insides = all.SelectMany(sample => sample.Insides).ToList();
        var inner = insides.Exists(line => Array.Exists(line.Labels, label => label != NameLabels.Outside)) ? ModelTrainer.Train(insides, language) : null;
        return new NameTagger(ModelTrainer.Train(all.SelectMany(sample => sample.Lines), language), inner);
    }

    private static void Print(string set, List<(Sample Sample, IReadOnlyList<Mention> Names)> found)
    {
        Console.Write($"{set,-22}");
        foreach (var type in new[] { EntityTypes.Person, EntityTypes.Place, EntityTypes.Organisation, null })
            Console.Write($"  {type ?? "all"} {Figure(found, one => one.Sample.Rules, type)} -> {Figure(found, one => one.Names, type)}");
        Console.WriteLine();
    }

    private static string Figure(List<(Sample Sample, IReadOnlyList<Mention> Names)> found, Func<(Sample Sample, IReadOnlyList<Mention> Names), IReadOnlyList<Mention>> namesOf, string? type)
    {
        var (right, told, gold) = (0, 0, 0);
        foreach (var one in found)
        {
            var marked = one.Sample.Gold.Where(mention => type is null || mention.Type == type).Select(mention => (mention.First, mention.Last, mention.Type)).ToHashSet();
            var names = namesOf(one).Where(mention => type is null || mention.Type == type).Select(mention => (mention.First, mention.Last, mention.Type)).ToHashSet();
            (right, told, gold) = (right + names.Count(marked.Contains), told + names.Count, gold + marked.Count + (type is null ? one.Sample.Unaligned : 0));
        }

        return $"{2.0 * right / Math.Max(1, told + gold):.0000}" + (namesOf(found[0]) == found[0].Names ? $" ({(double)right / Math.Max(1, told):.000}/{(double)right / Math.Max(1, gold):.000})" : "");
    }
}
