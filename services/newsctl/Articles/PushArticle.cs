using System.CommandLine;
using System.Net.Http.Headers;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Offline;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles push</c>: gives the platform an article as a page, a plain text or JSON.</summary>
internal static class PushArticle
{
    // 202 for a new revision, 200 for what is there.
    private const int Unchanged = 200;

    private static readonly Argument<string> File = new("FILE") { Description = "A file, or - for standard input." };
    private static readonly Option<string?> Url = new("--url") { Description = "The article's address.", HelpName = "URL" };
    private static readonly Option<string?> Source = new("--source") { Description = "Who published it.", HelpName = "NAME" };

    private static readonly Option<string?> Type = ContentTypes.Option(
        "What the file is. Default: by its extension (.html, .htm, .txt, .md, .json); standard input by its first character.", ContentTypes.Html, ContentTypes.Text, ContentTypes.Json);

    public static Command Create(CommandFactory factory) => factory.Command("push", "Give the platform an article.", [File, Type, Url, Source], RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var input = await InputFile.ReadAsync(run.Around, run.Need(File), ct);
        var type = ContentTypes.Choose(run.Get(Type), run.Need(File), input, ContentTypes.Json);
        using var content = new ByteArrayContent(input);
        // A page may declare its own charset; the other two are UTF-8.
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentTypes.MediaType(type), type == ContentTypes.Html ? null : "utf-8");

        var pushed = await run.Platform.PushArticleAsync(content, [new("url", run.Get(Url)), new("source", run.Get(Source))], ct);
        var outcome = pushed.Status == Unchanged ? "was known already, unchanged, as" : "is accepted as";
        run.Screen.Done($"Article {pushed.Value.Id} {outcome} revision {pushed.Value.Revision}.", pushed.Json, run.Json);
        return ExitCodes.Ok;
    }
}
