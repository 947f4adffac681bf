using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.DeadLetters;

/// <summary><c>newsctl deadletters …</c>: messages that a service gave up.</summary>
internal static class DeadLetterCommands
{
    private static readonly ListOptions Paging = new();

    private static readonly Argument<string> Id = new("ID") { Description = "As 'deadletters list' shows it." };

    public static Command Create(CommandFactory factory) => CommandFactory.Group(
        "deadletters",
        "Messages that a service gave up: look at them, send them again, drop them.",
        factory.Command("list", "The open dead letters, newest first.", [Paging.Limit, Paging.Cursor], ListAsync),
        factory.Command("show", "One dead letter with its message.", [Id], ShowAsync),
        factory.Command("replay", "Send it again; an article goes through the pipeline anew in its newest revision.", [Id], ReplayAsync),
        factory.Command("drop", "Forget it.", [Id], DropAsync));

    private static async Task<int> ListAsync(CommandRun run, CancellationToken ct)
    {
        var letters = await run.Platform.ListDeadLettersAsync(run.Get(Paging.Limit), run.Get(Paging.Cursor), ct);
        if (run.Json)
        {
            run.Screen.List(letters);
            return ExitCodes.Ok;
        }

        if (letters.Items.Count == 0)
        {
            run.Screen.Line("No dead letters.");
            return ExitCodes.Ok;
        }

        run.Screen.Table(
            ["id", "recorded", "kind", "article", "reason"],
            letters.Items.Select(letter => letter.Value).Select(letter => new[]
            {
                letter.Id, Words.Time(letter.RecordedAt, run.Around.Clock), letter.Kind, letter.ArticleId, letter.Reason,
            }));
        run.Screen.More(letters.Next);
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(CommandRun run, CancellationToken ct)
    {
        var reply = await run.Platform.FindDeadLetterAsync(run.Need(Id), ct);
        if (run.Json)
        {
            run.Screen.Json(reply.Json);
            return ExitCodes.Ok;
        }

        var letter = reply.Value;
        run.Screen.Facts(
        [
            ("id", letter.Id), ("kind", letter.Kind), ("reason", letter.Reason), ("exception", letter.ExceptionType), ("endpoint", letter.Endpoint),
            ("message", letter.MessageType), ("article", letter.ArticleId), ("revision", letter.Revision?.ToString()),
            ("recorded", Words.Time(letter.RecordedAt, run.Around.Clock)),
        ]);
        if (!string.IsNullOrEmpty(letter.Body))
        {
            run.Screen.Heading("Message");
            run.Screen.Line(letter.Body);
        }

        return ExitCodes.Ok;
    }

    private static async Task<int> ReplayAsync(CommandRun run, CancellationToken ct)
    {
        var answer = await run.Platform.ReplayDeadLetterAsync(run.Need(Id), ct);
        run.Screen.Done($"Dead letter {run.Need(Id)} is on its way again.", answer ?? (object)new { id = run.Need(Id) }, run.Json);
        return ExitCodes.Ok;
    }

    private static async Task<int> DropAsync(CommandRun run, CancellationToken ct)
    {
        await run.Platform.DropDeadLetterAsync(run.Need(Id), ct);
        run.Screen.Done($"Dead letter {run.Need(Id)} is dropped.", new { id = run.Need(Id), dropped = true }, run.Json);
        return ExitCodes.Ok;
    }
}
