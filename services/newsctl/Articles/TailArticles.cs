using System.CommandLine;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles tail</c>: the change log as it grows.</summary>
internal static class TailArticles
{
    private static readonly Option<string?> From = new("--from") { Description = "Cursor to begin at. Default: what comes from now on.", HelpName = "CURSOR" };
    private static readonly Option<int?> Count = new("--count") { Description = "End after so many changes. Default: Ctrl+C.", HelpName = "N" };
    private static readonly Option<bool> Titles = new("--titles") { Description = "Ask for each article's title, too (one request a change)." };

    public static Command Create(CommandFactory factory) => factory.Command(
        "tail", "Follow what is published, revised, withdrawn and expired, and the stories; goes on by itself after a lost connection.", [From, Count, Titles], RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (run.Get(Count) is < 1)
        {
            throw new WrongUsageException($"--count is {run.Get(Count)}: give 1 or more.");
        }

        var left = run.Get(Count) ?? int.MaxValue;
        var stream = new ChangeStream(run.Platform, run.Around.Clock, run.Screen.Remark);
        await foreach (var change in stream.FollowAsync(run.Get(From), ct))
        {
            await ShowAsync(run, change, ct);
            if (--left == 0)
            {
                break;
            }
        }

        return ExitCodes.Ok;
    }

    private static async Task ShowAsync(CommandRun run, StreamedChange change, CancellationToken ct)
    {
        if (run.Json)
        {
            await run.Screen.JsonLineAsync(new { cursor = change.Cursor, change = change.Json }, ct);
            return;
        }

        var told = change.Json.Deserialize<ChangeResource>(JsonDefaults.Options)!;
        var title = run.Get(Titles) ? await TitleAsync(run, told, ct) : null;
        run.Screen.Line($"{Words.Time(told.At, run.Around.Clock)}  {told.Type,-13}  {told.ArticleId ?? told.StoryId}  {(told.ArticleId is null ? $"v{told.Version}" : $"r{told.Revision}")}{(title is null ? "" : $"  {title}")}");
        await run.Around.Output.FlushAsync(ct);
    }

    private static async Task<string?> TitleAsync(CommandRun run, ChangeResource change, CancellationToken ct)
    {
        try
        {
            return change.ArticleId is { } id ? (await run.Platform.FindArticleAsync(id, ct)).Value.Title : null;
        }
        catch (RequestRefusedException gone) when (gone.Status is 404 or 410)
        {
            return null;
        }
    }
}
