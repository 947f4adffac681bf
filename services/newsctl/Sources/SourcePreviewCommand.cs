using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Sources;

/// <summary><c>newsctl sources preview</c>: what a source would give, before it is added.</summary>
internal static class SourcePreviewCommand
{
    private const int ShownText = 600;

    private static readonly Argument<string> Url = new("URL") { Description = "Address of a site, feed, sitemap, listing or page." };

    private static readonly Option<string> Kind = new Option<string>("--kind") { Description = "What stands at the address; auto = found by the server.", DefaultValueFactory = _ => SourceKinds.Auto }
        .AcceptOnlyFromAmong(SourceKinds.All);

    public static Command Create(CommandFactory factory) =>
        factory.Command("preview", "Show what a source would give: what was found, its first items, one page as it would be read. Stores nothing.", [Url, Kind], RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (!SourceKinds.IsWebAddress(run.Need(Url)))
        {
            throw new WrongUsageException($"'{run.Need(Url)}' is no web address: a source's URL begins with http:// or https://.");
        }

        var preview = await run.Platform.PreviewSourceAsync(new SourceResource { Url = run.Need(Url), Kind = run.Get(Kind) }, ct);
        if (run.Json)
        {
            run.Screen.Json(preview.Json);
            return ExitCodes.Ok;
        }

        Show(run, preview.Value);
        return ExitCodes.Ok;
    }

    private static void Show(CommandRun run, PreviewResource preview)
    {
        run.Screen.Facts(
        [
            ("found", $"{preview.Kind} at {preview.Url} ({preview.FoundBy})"), ("title", preview.Title), ("language", preview.Language), ("items", $"{preview.ItemCount}"),
        ]);
        run.Screen.Table(
            ["published", "section", "title", "address"],
            (preview.Items ?? []).Select(item => new[] { Words.Time(item.PublishedAt, run.Around.Clock), item.Section, item.Title, item.Link }));
        if (preview.Page is { } page)
        {
            ShowPage(run, page);
        }

        if (preview.Others is { Count: > 0 } others)
        {
            run.Screen.Heading("Also found");
            run.Screen.Table(["kind", "address", "found by", "items"], others.Select(other => new[] { other.Kind, other.Url, other.FoundBy, $"{other.ItemCount}" }));
        }
    }

    private static void ShowPage(CommandRun run, PreviewPage page)
    {
        run.Screen.Heading("One page");
        run.Screen.Facts(
        [
            ("address", page.Url), ("problem", page.Problem), ("title", page.Title), ("authors", Words.List(page.Authors ?? [])),
            ("published", page.PublishedAt is { } time ? Words.Time(time, run.Around.Clock) : null), ("section", page.Section),
            ("found by", page.Rule is null ? null : $"{page.Rule}, confidence {page.Confidence:0.00}"),
        ]);
        if (page.Text is { } text)
        {
            run.Screen.Text(text.Length <= ShownText ? text : text[..ShownText] + "…");
        }
    }
}
