using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.ReadFeed.Syndication;
using NewsPlatform.Ingestion.ReadFeed.Xml;
using NewsPlatform.QualityBench.Feeds;

namespace NewsPlatform.QualityBench;

/// <summary>Reads feeds and tells what was read in the set's vocabulary.</summary>
internal sealed class FeedTask : QualityTask
{
    public override string Unit => "feeds";

    public override string Needs => "cases.jsonl and a folder files";

    public override ScorerCall Scorer { get; } = new("score_feeds.py", "cases.jsonl");

    public override bool Fits(DataSet set) => set.Has("cases.jsonl") && set.Has("files");

    public override IEnumerable<QualityItem> Items(DataSet set)
    {
        foreach (var line in set.Lines("cases.jsonl"))
        {
            using var document = JsonDocument.Parse(line);
            var id = document.RootElement.GetProperty("id").GetString()!;
            var headers = document.RootElement.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString(), StringComparer.OrdinalIgnoreCase);
            var requested = Uri.TryCreate(document.RootElement.GetProperty("base_url").GetString(), UriKind.Absolute, out var asked) ? asked : null;
            var located = headers.GetValueOrDefault("Content-Location");
            var at = requested is null ? Uri.TryCreate(located, UriKind.Absolute, out var only) ? only : null
                : Uri.TryCreate(requested, located ?? string.Empty, out var joined) ? joined : requested;
            yield return new Case(id, File.ReadAllBytes(set.PathOf(Path.Combine("files", id))), headers.GetValueOrDefault("Content-Type"), at);
        }
    }

    public override JsonObject Predict(QualityItem item)
    {
        var feed = (Case)item;
        try
        {
            var document = FeedDocument.Read(feed.Body, feed.ContentType, feed.At, FeedLimits.Default);
            return new WireReader(FeedLimits.Default).Read(document.Root) is { } wire
                ? FeedVocabulary.Of(wire, document)
                : NoFeed(document.WellFormed, document.Charset);
        }
        catch (UnreadableFeedException)
        {
            return NoFeed(isWellFormed: false, charset: null);
        }
    }

    private static JsonObject NoFeed(bool isWellFormed, string? charset) =>
        new() { ["bozo"] = !isWellFormed, ["version"] = string.Empty, ["encoding"] = charset is null ? null : Spelling.Charset(charset, isWellFormed), ["feed"] = new JsonObject(), ["entries"] = new JsonArray() };

    private sealed record Case(string Id, byte[] Body, string? ContentType, Uri? At) : QualityItem(Id);
}
