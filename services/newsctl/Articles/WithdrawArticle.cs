using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles withdraw</c>.</summary>
internal static class WithdrawArticle
{
    private static readonly Argument<string> Id = new("ID") { Description = "As 'articles list' shows it." };
    private static readonly Option<string?> Reason = new("--reason") { Description = "For the tombstone that readers get.", HelpName = "TEXT" };

    public static Command Create(CommandFactory factory) => factory.Command("withdraw", "Take an article back; only an explicit push brings it again.", [Id, Reason], RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var answer = await run.Platform.WithdrawArticleAsync(run.Need(Id), run.Get(Reason), ct);
        run.Screen.Done($"Article {run.Need(Id)} is being withdrawn.", answer ?? (object)new { id = run.Need(Id) }, run.Json);
        return ExitCodes.Ok;
    }
}
