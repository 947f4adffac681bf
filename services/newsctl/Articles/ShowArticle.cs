using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles show</c>: the article, or its journey through the platform.</summary>
internal static class ShowArticle
{
    private static readonly Argument<string> Id = new("ID") { Description = "As 'articles list' and 'articles push' show it." };
    private static readonly Option<bool> Journey = new("--journey") { Description = "Show what happened to it so far instead; works before it is published." };

    public static Command Create(CommandFactory factory) => factory.Command("show", "One article with its text and what was understood of it.", [Id, Journey], RunAsync);

    private static Task<int> RunAsync(CommandRun run, CancellationToken ct) => run.Get(Journey) ? JourneyAsync(run, ct) : ArticleAsync(run, ct);

    private static async Task<int> ArticleAsync(CommandRun run, CancellationToken ct)
    {
        var reply = await run.Platform.FindArticleAsync(run.Need(Id), ct);
        if (run.Json)
        {
            run.Screen.Json(reply.Json);
            return ExitCodes.Ok;
        }

        var article = reply.Value;
        run.Screen.Facts(Facts(article, run.Around.Clock));
        run.Screen.Text(article.Text);
        run.Screen.Understanding(article.Entities, article.Quotes, article.Attribution);
        run.Screen.Related(article.Related);
        return ExitCodes.Ok;
    }

    private static async Task<int> JourneyAsync(CommandRun run, CancellationToken ct)
    {
        var reply = await run.Platform.ReadJourneyAsync(run.Need(Id), ct);
        if (run.Json)
        {
            run.Screen.Json(reply.Json);
            return ExitCodes.Ok;
        }

        run.Screen.Table(
            ["at", "stage", "outcome", "detail"],
            (reply.Value.Steps ?? []).Select(step => new[] { Words.Time(step.At, run.Around.Clock), step.Stage, step.Outcome, step.Detail }));
        return ExitCodes.Ok;
    }

    private static IEnumerable<(string, string?)> Facts(ArticleResource article, TimeProvider clock) =>
    [
        ("title", article.Title), ("subtitle", article.Subtitle), ("correction", article.Correction), ("id", article.Id), ("revision", $"{article.Revision}"), ("address", article.Url), ("source", article.Source?.Name),
        ("published", Words.Time(article.PublishedAt, clock)), ("first seen", Words.Time(article.FirstSeenAt, clock)), ("language", article.Language),
        ("section", article.Section), ("authors", Words.List(article.Authors)), ("tags", Words.List(article.Tags)), ("keywords", Words.List(article.Keywords)), ("story", article.StoryId),
        ("found by", article.Provenance is { } found ? $"{found.Rule ?? found.Method}, confidence {found.Confidence:0.00}" : null),
    ];
}
