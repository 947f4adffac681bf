using System.Collections.Frozen;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Topics;

/// <summary>How much the words of an article speak for a subject.</summary>
/// <param name="Code">Eight digits of IPTC Media Topics.</param>
/// <param name="Category">The NewsAPI category that the subject belongs to.</param>
/// <param name="Name">The subject's English name.</param>
/// <param name="Weight">Sum over its stems of 1 + ln(occurrences), those of title and lead counted more.</param>
internal sealed record TopicScore(string Code, string Category, string Name, double Weight);

/// <summary>Finds the top-level subjects of IPTC Media Topics that an article's words speak for, by stems in ru, uk and en.</summary>
internal static class TopicFinder
{
    private const double TitleWeight = 3;
    private const double LeadWeight = 1.5;
    private const int LeadSentences = 3;
    private const int LongestStem = 14;
    private const int Most = 3;

    // Below this a subject was touched, not treated; a stem alone, however often, is not enough either.
    private const double Least = 2.4;
    private const int LeastStems = 2;

    // Subjects far behind the first are touched in passing.
    private const double ShareOfFirst = 0.55;

    private static readonly (string Code, string Category, string Name)[] Subjects = [.. Sections().Select(section => section.Split('|')).Select(parts => (parts[0], parts[1], parts[2]))];

    private static readonly FrozenDictionary<string, int> Stems = ByStem();

    /// <summary>The subjects, the likeliest first; empty when the words decide nothing.</summary>
    public static IReadOnlyList<TopicScore> Score(ArticleText title, ArticleText body)
    {
        var counts = new Dictionary<string, double>();
        Count(counts, title, static _ => TitleWeight);
        Count(counts, body, static word => word.Sentence < LeadSentences ? LeadWeight : 1);
        var ranked = counts.GroupBy(count => Stems[count.Key]).Where(group => group.Count() >= LeastStems)
            .Select(group => (Subject: Subjects[group.Key], Weight: group.Sum(count => 1 + Math.Log(count.Value))))
            .Where(subject => subject.Weight >= Least)
            .OrderByDescending(subject => subject.Weight).ThenBy(subject => subject.Subject.Code, StringComparer.Ordinal).ToList();
        return [.. ranked.Select(subject => new TopicScore(subject.Subject.Code, subject.Subject.Category, subject.Subject.Name, subject.Weight))];
    }

    /// <summary>The scores as the contract tells them: at most three, none far behind the first.</summary>
    public static IReadOnlyList<Topic> ToContract(IReadOnlyList<TopicScore> scores)
    {
        var all = scores.Sum(score => score.Weight);
        return [.. scores.DistinctBy(score => score.Code).Where(score => score.Weight >= ShareOfFirst * scores[0].Weight).Take(Most)
            .Select(score => new Topic("medtop:" + score.Code, score.Name, Math.Round(score.Weight / all, 3)))];
    }

    private static void Count(Dictionary<string, double> counts, ArticleText text, Func<Word, double> weight)
    {
        foreach (var word in text.Words)
        {
            if (word.IsWord && StemOf(word.Form) is { } stem)
            {
                counts[stem] = counts.GetValueOrDefault(stem) + weight(word);
            }
        }
    }

    private static string? StemOf(string form)
    {
        for (var length = Math.Min(form.Length, LongestStem); length >= 3; length--)
        {
            // A short stem must be nearly the whole word: "суд" is a court, "судно" is a ship.
            if (Stems.ContainsKey(form[..length]) && (length > 5 || form.Length - length <= (length > 4 ? 4 : length > 3 ? 3 : 1)))
            {
                return form[..length];
            }
        }

        return null;
    }

    private static IEnumerable<string> Sections() => LexiconFile.Words("topics").Sections;

    private static FrozenDictionary<string, int> ByStem()
    {
        var file = LexiconFile.Words("topics");
        var stems = new Dictionary<string, int>();
        foreach (var (section, index) in file.Sections.Select((section, index) => (section, index)))
        {
            foreach (var stem in file[section])
            {
                stems.TryAdd(WordForm.Normalize(stem), index);
            }
        }

        return stems.ToFrozenDictionary();
    }
}
