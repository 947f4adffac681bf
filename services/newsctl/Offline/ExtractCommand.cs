using System.CommandLine;
using System.Text.Json;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Lines;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Offline;

/// <summary><c>newsctl extract</c>: the article of a page, by the code that ingestion runs.</summary>
internal static class ExtractCommand
{
    private static readonly ArticleInput Input = new("A page or plain text: a file, an address, or - for standard input.");

    public static Command Create(CommandFactory factory) => factory.Command(
        "extract",
        """Read the article out of a page. With --jsonl: lines {"id","html","url"?} become lines {"id","title","text","language","publishedAt","authors","related"}.""",
        Input.Symbols,
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (Input.AreLines(run))
        {
            var reading = Input.ReadingOf(run);
            var lines = new LineProcessor<ExtractLine, ExtractResult>(line => Extract(line, reading, run.Around.Clock), (line, result) => result with { Id = line.Id });
            await using var stream = Input.OpenLines(run);
            return await lines.RunAsync(run.Around, stream, ct);
        }

        var article = await Input.ReadArticleAsync(run, ct);
        var result = ExtractResult.Of(article, run.Around.Clock.GetUtcNow());
        if (run.Json)
        {
            run.Screen.Json(result with { Body = article.Body });
            return ExitCodes.Ok;
        }

        run.Screen.Facts(
        [
            ("title", result.Title), ("address", result.Url), ("site", result.SiteName), ("section", result.Section), ("authors", Words.List(result.Authors)),
            ("published", result.PublishedAt?.ToString("yyyy-MM-dd HH:mm zzz")), ("language", result.Language), ("description", result.Description),
            ("image", result.Image), ("found by", $"{result.Method}{(article.Rule is { } rule ? $" ({rule})" : string.Empty)}, confidence {result.Confidence:0.00}"),
        ]);
        run.Screen.Text(result.Text);
        run.Screen.Related(result.Related);
        return ExitCodes.Ok;
    }

    private static ExtractResult Extract(ExtractLine line, PageReading reading, TimeProvider clock)
    {
        LineChecks.NeedId(line);
        try
        {
            return ExtractResult.Of(ArticleExtractor.Extract(LineChecks.Need(line.Html, "html"), LineChecks.Address(line.Url, "url"), reading), clock.GetUtcNow());
        }
        catch (UnreadableArticleException unreadable)
        {
            throw new BadLineException(unreadable.Message, unreadable);
        }
    }

    private sealed record ExtractLine(JsonElement Id, string? Html, string? Url) : IIdentifiedLine;
}
