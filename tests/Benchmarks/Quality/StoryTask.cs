using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.QualityBench;

/// <summary>Groups articles into stories one by one, as they come; for the pairs too: two of one story are the same.</summary>
internal sealed class StoryTask(ScorerCall scorer) : QualityTask
{
    private readonly StoryClusterer _clusterer = new(new ArticleAnalyzer(), new StoryGroupingOptions());

    public override string Unit => "articles";

    public override string Needs => $"docs.jsonl and {scorer.Gold} with stories";

    public override ScorerCall Scorer => scorer;

    public override bool Fits(DataSet set) => set.Has("docs.jsonl") && set.Has(scorer.Gold) && set.Lines(scorer.Gold).FirstOrDefault() is { } line
        && (line.Contains("\"cluster\"", StringComparison.Ordinal) || line.Contains("\"same\"", StringComparison.Ordinal));

    // Every text is told by the story that it ends up in: later ones may show that two stories are one, or one two.
    public override IEnumerable<QualityItem> Items(DataSet set)
    {
        var documents = set.Lines("docs.jsonl").Select(Document.Read).ToList();
        foreach (var document in documents)
        {
            _clusterer.Add(_clusterer.Read(new ClusterDocument(document.Id, document.Title, document.Text, document.PublishedAt, document.Language)));
        }

        return documents;
    }

    public override JsonObject Predict(QualityItem item) => new() { ["cluster"] = _clusterer.StoryOf(item.Id) };

    private sealed record Document(string Id, string? Title, string Text, DateTimeOffset? PublishedAt, string? Language) : QualityItem(Id)
    {
        public static Document Read(string line)
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new Document(
                root.GetProperty("id").ToString(), Member(root, "title"), Member(root, "text") ?? string.Empty,
                DateTimeOffset.TryParse(Member(root, "publishedAt") ?? Member(root, "date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
                Member(root, "language"));
        }

        private static string? Member(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
