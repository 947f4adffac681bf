using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.Articles;

/// <summary><c>newsctl articles list</c>.</summary>
internal static class ListArticles
{
    private static readonly ListOptions Paging = new();

    // The option's name is the API's parameter.
    private static readonly Option<string?>[] Filters =
    [
        Filter("--q", "Words that must occur, in any inflected form; \"phrases\"; -exclusions.", "WORDS"),
        Filter("--language", "ISO 639-1 code.", "CODE"),
        Filter("--source", "The source's id.", "ID"),
        Filter("--section", "The publisher's section or a category.", "NAME"),
        Filter("--story", "The story's id.", "ID"),
        Filter("--entity", "Normal form of a name.", "NAME"),
        Filter("--from", "First day or instant.", "TIME"),
        Filter("--to", "Last day or instant.", "TIME"),
        Filter("--sort", "relevance or time.", "ORDER"),
        Filter("--fields", "What lists leave out: body, text or both.", "NAMES"),
    ];

    public static Command Create(CommandFactory factory) => factory.Command(
        "list", "Published articles, by words and filters.", [.. Filters, Paging.Limit, Paging.Cursor], RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        var filter = Filters.Select(option => KeyValuePair.Create(option.Name.TrimStart('-'), run.Get(option)));
        var articles = await run.Platform.ListArticlesAsync(filter, run.Get(Paging.Limit), run.Get(Paging.Cursor), ct);
        if (run.Json)
        {
            run.Screen.List(articles);
            return ExitCodes.Ok;
        }

        if (articles.Items.Count == 0)
        {
            run.Screen.Line("No articles found.");
            return ExitCodes.Ok;
        }

        run.Screen.Table(
            ["id", "published", "lang", "source", "section", "title"],
            articles.Items.Select(article => article.Value).Select(article => new[]
            {
                article.Id, Words.Time(article.PublishedAt ?? article.FirstSeenAt, run.Around.Clock), article.Language, article.Source?.Name, article.Section, article.Title,
            }));
        run.Screen.More(articles.Next);
        return ExitCodes.Ok;
    }

    private static Option<string?> Filter(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
