using System.Text.Json.Nodes;

namespace NewsPlatform.QualityBench;

/// <summary>One thing that is measured: what it reads, what the shipped code makes of it, and how it is scored.</summary>
internal abstract class QualityTask
{
    public static IReadOnlyList<string> Names { get; } = ["extraction", "metadata", "feeds", "language", "entities", "clusters", "pairs"];

    /// <summary>What is counted, for people: pages, feeds, texts.</summary>
    public abstract string Unit { get; }

    /// <summary>What a set's folder must hold, for people.</summary>
    public abstract string Needs { get; }

    public abstract ScorerCall Scorer { get; }

    public static QualityTask Of(string name) => name switch
    {
        "extraction" => new PageTask(new ScorerCall("score_extraction.py", "ground-truth.json")),
        "metadata" => new PageTask(new ScorerCall("score_meta.py", "ground-truth.json")),
        "feeds" => new FeedTask(),
        "language" => new LanguageTask(),
        "entities" => new EntityTask(),
        "clusters" => new StoryTask(new ScorerCall("score_clusters.py", "gold.jsonl")),
        "pairs" => new StoryTask(new ScorerCall("score_clusters.py", "pairs.jsonl", ["--pairs"])),
        _ => throw new BadRunException(QualityOptions.Usage),
    };

    /// <summary>How a set's lines are scored where sets of one task differ.</summary>
    public virtual ScorerCall ScorerOf(DataSet set) => Scorer;

    public abstract bool Fits(DataSet set);

    /// <summary>The items of a set, read into memory: the shipped code is timed without the disk.</summary>
    public abstract IEnumerable<QualityItem> Items(DataSet set);

    /// <summary>The prediction line of one item, without its id.</summary>
    public abstract JsonObject Predict(QualityItem item);
}

/// <summary>One item of a set: its id, and what the task needs of it.</summary>
internal abstract record QualityItem(string Id);

/// <summary>A scorer and how it is called: <c>script [flags] gold predictions</c>, once for each set of flags.</summary>
internal sealed record ScorerCall(string Script, string Gold, params string[][] Flags)
{
    public IReadOnlyList<string[]> Calls => Flags.Length > 0 ? Flags : [[]];
}
