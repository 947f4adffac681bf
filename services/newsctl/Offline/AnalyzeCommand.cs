using System.CommandLine;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Lines;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Offline;

/// <summary><c>newsctl analyze</c>: what enrichment understands of a text.</summary>
internal static class AnalyzeCommand
{
    private static readonly ArticleInput Input = new("An article as a page or plain text: a file, an address, or - for standard input.");

    public static Command Create(CommandFactory factory) => factory.Command(
        "analyze",
        """Language, names, quotes, who cites whom, keywords of an article, and the terms by which it is grouped into stories. With --jsonl: lines {"id","title"?,"text"} become lines {"id","language","entities","quotes","attribution","keywords","terms"}.""",
        Input.Symbols,
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var analyzer = new ArticleAnalyzer();
        if (Input.AreLines(run))
        {
            var lines = new LineProcessor<AnalyzeLine, AnalyzeResult>(line => Analyze(analyzer, line, run.Around.Clock), (line, result) => result with { Id = line.Id });
            await using var stream = Input.OpenLines(run);
            return await lines.RunAsync(run.Around, stream, ct);
        }

        var content = OfflineContent.Of(await Input.ReadArticleAsync(run, ct), run.Around.Clock.GetUtcNow());
        var analysis = analyzer.Analyze(content);
        var result = AnalyzeResult.Of(analysis, content.Text()) with { Text = content.Text() };
        if (run.Json)
        {
            run.Screen.Json(result);
            return ExitCodes.Ok;
        }

        run.Screen.Facts(
        [
            ("title", content.Title), ("language", $"{result.Language} ({result.LanguageConfidence:0.00})"), ("section", result.Section),
            ("topics", Words.List([.. result.Topics.Select(topic => FormattableString.Invariant($"{topic.Name} {topic.Score:0.00} ({topic.Id})"))])), ("keywords", Words.List(result.Keywords)),
            ("key phrases", Words.List(result.KeyPhrases)), ("dates", Words.List([.. result.Dates.Select(Named)])),
            ("summary", string.Join(' ', result.Summary.Zip(result.SummarySpans, (sentence, span) => $"{sentence} ({ArticleScreen.Span(span)})"))),
            ("terms", Words.List([.. result.Terms.Select(term => FormattableString.Invariant($"{term.Term} {term.Weight:0.##}"))])),
        ]);
        run.Screen.Understanding(analysis.Entities, result.Quotes, result.Attribution);
        return ExitCodes.Ok;
    }

    private static string Named(NamedDate date) =>
        date.From == date.To ? $"{date.Text} = {date.From:yyyy-MM-dd} ({date.Start}-{date.End})" : $"{date.Text} = {date.From:yyyy-MM-dd} to {date.To:yyyy-MM-dd} ({date.Start}-{date.End})";

    private static AnalyzeResult Analyze(ArticleAnalyzer analyzer, AnalyzeLine line, TimeProvider clock)
    {
        LineChecks.NeedId(line);
        var text = LineChecks.Need(line.Text, "text");
        return AnalyzeResult.Of(analyzer.Analyze(PlainContent.Of(line.Title, text, clock.GetUtcNow())), text);
    }

    private sealed record AnalyzeLine(JsonElement Id, string? Title, string? Text) : IIdentifiedLine;
}
