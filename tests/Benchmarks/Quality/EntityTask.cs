using System.Text.Json.Nodes;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Text;

namespace NewsPlatform.QualityBench;

/// <summary>Finds persons, organisations and places in texts.</summary>
internal sealed class EntityTask : QualityTask
{
    private readonly ArticleAnalyzer _analyzer = new();

    public override string Unit => "texts";

    public override string Needs => "docs.jsonl and gold.jsonl with entities, in a folder named ner-…";

    public override ScorerCall Scorer { get; } = new("score_ner.py", "gold.jsonl");

    // A set without offsets is scored by the names alone.
    public override ScorerCall ScorerOf(DataSet set) =>
        set.Lines("gold.jsonl").Any(line => line.Contains("\"start\":", StringComparison.Ordinal)) ? Scorer : Scorer with { Flags = [["--mode", "surface"]] };

    public override bool Fits(DataSet set) => set.Has("docs.jsonl") && set.Has("gold.jsonl") && set.Lines("gold.jsonl").FirstOrDefault()?.Contains("\"entities\"", StringComparison.Ordinal) == true;

    public override IEnumerable<QualityItem> Items(DataSet set) => set.Lines("docs.jsonl").Select(TextItem.Read);

    public override JsonObject Predict(QualityItem item)
    {
        var text = ((TextItem)item).Text;
        var offsets = new CodePointMap(text);
        var analysis = _analyzer.Analyze(PlainContent.Of(((TextItem)item).Title, text, DateTimeOffset.UnixEpoch));
        var mentions = analysis.Entities.SelectMany(entity => entity.Mentions.Select(span => (JsonNode)new JsonObject
        {
            ["start"] = span.Start,
            ["end"] = span.End,
            ["type"] = entity.Type,
            ["text"] = text[offsets.ToUtf16(span.Start)..offsets.ToUtf16(span.End)],
        }));
        return new JsonObject { ["language"] = analysis.Language, ["entities"] = new JsonArray([.. mentions]) };
    }
}
