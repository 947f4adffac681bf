using System.CommandLine;
using System.Text.Json;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Lines;

namespace NewsPlatform.Newsctl.Offline;

/// <summary><c>newsctl cluster</c>: groups texts into stories as enrichment does, each as soon as it comes.</summary>
internal static class ClusterCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "A file of lines, or - for standard input.",
        DefaultValueFactory = _ => InputFile.StandardInput,
    };

    private static readonly Option<bool> Lines = new("--jsonl") { Description = "One line of JSON a text; the only form there is." };

    public static Command Create(CommandFactory factory) => factory.Command(
        "cluster",
        """Group texts into stories, in order of time: lines {"id","title","text","publishedAt"?,"language"?} become lines {"id","cluster"}, each decided by what came before it.""",
        [File, Lines],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var clusterer = new StoryClusterer(new ArticleAnalyzer(), new StoryGroupingOptions());
        var lines = new LineProcessor<ClusterLine, StoryCandidate>(
            line => clusterer.Read(DocumentOf(line)),
            (line, candidate) => new { line.Id, cluster = clusterer.Add(candidate) });
        await using var stream = InputFile.Open(run.Around, run.Need(File));
        return await lines.RunAsync(run.Around, stream, ct);
    }

    private static ClusterDocument DocumentOf(ClusterLine line)
    {
        LineChecks.NeedId(line);
        return new ClusterDocument(line.Id.ToString(), line.Title, LineChecks.Need(line.Text, "text"), LineChecks.Instant(line.PublishedAt, "publishedAt"), NullIfBlank(line.Language));
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private sealed record ClusterLine(JsonElement Id, string? Title, string? Text, string? PublishedAt, string? Language) : IIdentifiedLine;
}
