using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Text;

namespace NewsPlatform.QualityBench;

/// <summary>Tells the language of sentences.</summary>
internal sealed class LanguageTask : QualityTask
{
    public override string Unit => "texts";

    public override string Needs => "sentences.jsonl";

    public override ScorerCall Scorer { get; } = new("score_langid.py", "sentences.jsonl", [], ["--quiet", "--confusions", "0", "--langs", "ru,uk,be,bg,en,de,fr,es,pl,it,pt,cs"]);

    public override bool Fits(DataSet set) => set.Has("sentences.jsonl");

    public override IEnumerable<QualityItem> Items(DataSet set) => set.Lines("sentences.jsonl").Select(TextItem.Read);

    public override JsonObject Predict(QualityItem item) => new() { ["language"] = LanguageIdentifier.Shared.Identify(((TextItem)item).Text).Language };
}

/// <summary>A line with a text.</summary>
internal sealed record TextItem(string Id, string? Title, string Text) : QualityItem(Id)
{
    public static TextItem Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new TextItem(root.GetProperty("id").ToString(), root.TryGetProperty("title", out var title) ? title.GetString() : null, root.GetProperty("text").GetString() ?? string.Empty);
    }
}
