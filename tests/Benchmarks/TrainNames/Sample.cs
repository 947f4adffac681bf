using System.Text.Json;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.TrainNames;

/// <summary>A text with the names that people marked in it, read as the service reads it.</summary>
internal sealed class Sample
{
    private Sample(string set, string id, ArticleText article, IReadOnlyList<Mention> gold, int unaligned)
    {
        (Set, Id, Article, Gold, Unaligned) = (set, id, article, gold, unaligned);
        Lexicon = EntityLexicon.For(article.RuleLanguage);
        Rules = EntityFinder.ByRules(article, Lexicon);
        Evidence = new NameEvidence(article, Lexicon, Rules);
        Features = new NameFeatures(article, Evidence);
        var labels = new byte[article.Words.Count];
        var inner = new byte[article.Words.Count];
        var outer = new List<Mention>();
        foreach (var mention in gold)
        {
            if (outer.Count == 0 || mention.First > outer[^1].Last)
            {
                outer.Add(mention);
                NameLabels.Write(labels, mention);
            }
            else if (mention.Last <= outer[^1].Last && mention.Count < outer[^1].Count && inner.AsSpan(mention.First, mention.Count).IndexOfAnyExcept((byte)0) < 0)
            {
                NameLabels.Write(inner, mention);
            }
        }

        Lines = [.. Evidence.Lines().Select(line => new TrainingLine(Features.Of(line.First, line.Last, []), labels[line.First..(line.Last + 1)]))];
        Insides = [.. outer.Where(mention => mention.Count > 1).Select(mention => new TrainingLine(Features.Of(mention.First, mention.Last, labels), inner[mention.First..(mention.Last + 1)]))];
    }

    public string Set { get; }

    public string Id { get; }

    public ArticleText Article { get; }

    public EntityLexicon Lexicon { get; }

    public IReadOnlyList<Mention> Rules { get; }

    /// <summary>What people marked, by words, outer names first.</summary>
    public IReadOnlyList<Mention> Gold { get; }

    /// <summary>Marked names whose bounds fall inside words: they can never be found.</summary>
    public int Unaligned { get; }

    public NameEvidence Evidence { get; }

    public NameFeatures Features { get; }

    public IReadOnlyList<TrainingLine> Lines { get; }

    public IReadOnlyList<TrainingLine> Insides { get; }

    /// <summary>Which of so many parts the text belongs to; the same in every run.</summary>
    public int Fold(int folds) => (int)(NameHash.Of(Id) % (uint)folds);

    /// <summary>The texts of a set: docs.jsonl and gold.jsonl.</summary>
    public static IEnumerable<Sample> ReadAll(string folder)
    {
        var gold = File.ReadLines(Path.Combine(folder, "gold.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(root => root.GetProperty("id").ToString());
        foreach (var root in File.ReadLines(Path.Combine(folder, "docs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement))
            yield return Read(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), root, gold[root.GetProperty("id").ToString()]);
    }

    private static Sample Read(string set, JsonElement document, JsonElement gold)
    {
        var content = PlainContent.Of(null, document.GetProperty("text").GetString()!, DateTimeOffset.UnixEpoch);
        var text = content.Text();
        var article = ArticleText.Read(text, ArticleLanguage.Identify(content, text).Language);
        var offsets = new CodePointMap(text);
        var mentions = new SortedSet<Mention>(Comparer<Mention>.Create((one, other) => (one.First, -one.Last, one.Type).CompareTo((other.First, -other.Last, other.Type))));
        var unaligned = 0;
        foreach (var entity in gold.GetProperty("entities").EnumerateArray())
        {
            var type = entity.GetProperty("type").GetString()!;
            if (type is not ("PER" or "LOC" or "ORG"))
                continue;
            var (start, end) = (offsets.ToUtf16(entity.GetProperty("start").GetInt32()), offsets.ToUtf16(entity.GetProperty("end").GetInt32()));
            var first = FirstAt(article.Words, start);
            var last = FirstAt(article.Words, end) - 1;
            if (first <= last && article.Words[first].Start == start && article.Words[last].End == end)
                mentions.Add(new Mention(first, last, type));
            else
                unaligned++;
        }

        return new Sample(set, document.GetProperty("id").ToString(), article, [.. mentions], unaligned);
    }

    private static int FirstAt(IReadOnlyList<Word> words, int offset)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A row of words as features, with the right labels.</summary>
internal sealed record TrainingLine(IReadOnlyList<int[]> Features, byte[] Labels);
