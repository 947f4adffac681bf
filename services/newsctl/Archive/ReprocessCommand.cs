using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;

namespace NewsPlatform.Newsctl.Archive;

/// <summary><c>newsctl reprocess</c>: archived pages read again with the rules of the platform as it is now.</summary>
internal static class ReprocessCommand
{
    private const int Said = 500;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private static readonly Option<string> From = new("--from") { Description = "A date (pages fetched since), a WARC file, or a folder of WARC files.", HelpName = "DATE|FILE", Required = true };
    private static readonly Option<string> Folder = new("--archive") { Description = "Where the archive is, for a date.", HelpName = "FOLDER", DefaultValueFactory = _ => Path.Combine("data", "archive") };

    public static Command Create(CommandFactory factory) => factory.Command(
        "reprocess",
        "Read archived pages again with today's rules; an article gets a new revision only where something changed and nothing newer was read.",
        [From, Folder],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var files = ArchiveFiles.Of(run.Around, run.Get(From)!, run.Get(Folder)!); // required; has a default
        var newest = NewestOf(files.Read());
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var done = 0;
        foreach (var page in files.Read().Where(page => newest.GetValueOrDefault(page.Url.AbsoluteUri) == page.FetchedAt))
        {
            // The very same fetch may stand in two files, copied together.
            newest.Remove(page.Url.AbsoluteUri);
            var outcome = await ReadAgainAsync(run, page, ct);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (++done % Said == 0)
            {
                run.Screen.Remark($"{done} pages read.");
            }
        }

        var told = string.Join(", ", outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"));
        run.Screen.Done($"{Words(done)} read again{(done > 0 ? $": {told}" : "")}.", new { pages = done, outcomes }, run.Json);
        return ExitCodes.Ok;
    }

    // Of each address the last fetch alone: what it said before was another revision.
    private static Dictionary<string, DateTimeOffset> NewestOf(IEnumerable<ArchivedPage> pages)
    {
        var newest = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (!newest.TryGetValue(page.Url.AbsoluteUri, out var known) || known < page.FetchedAt)
            {
                newest[page.Url.AbsoluteUri] = page.FetchedAt;
            }
        }

        return newest;
    }

    private static async Task<string> ReadAgainAsync(CommandRun run, ArchivedPage page, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var body = new ByteArrayContent(page.Body);
            body.Headers.ContentType = MediaTypeHeaderValue.TryParse(page.ContentType, out var type) ? type : new MediaTypeHeaderValue("text/html");
            try
            {
                return (await run.Platform.ReprocessAsync(body, AboutOf(page), ct)).Value.Outcome ?? "unknown";
            }
            catch (RequestRefusedException refusal) when (refusal.Status is 400 or 413 or 422)
            {
                return "unreadable";
            }
            catch (RequestRefusedException refusal) when (refusal.Status is 429 or 503)
            {
                // The platform has more than enough to do: it goes first.
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt), LongestPause.TotalSeconds)), run.Around.Clock, ct);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> AboutOf(ArchivedPage page) =>
    [
        new("url", page.Url.AbsoluteUri),
        new("fetchedAt", page.FetchedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)),
        new("source", page.Note.SourceId),
        new("sourceName", page.Note.SourceName),
        new("language", page.Note.Language),
        new("section", page.Note.Section),
        new("publishedAt", page.Note.PublishedAt?.ToString("O", CultureInfo.InvariantCulture)),
        new("feedId", page.Note.FeedId),
        new("timeZone", page.Note.TimeZone),
    ];

    private static string Words(int pages) => Output.Words.Count(pages, "page");
}
