using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The site in a browser, on the sample edition.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Every_kind_of_page_loads_without_an_error_or_a_refused_resource_and_shows_its_news()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path, "--demo");
        await run.Api.SettlesAsync(EditionGold.Articles.Count);
        var article = (await run.Api.GetAsync("api/v1/articles?language=ru&limit=1")).GetProperty("items")[0];
        var title = article.GetProperty("title").GetString()!;
        var story = (await run.Api.GetAsync("api/v1/stories?limit=1")).GetProperty("items")[0];

        await ShowsAsync(run, "", story.GetProperty("title").GetString()!);
        await ShowsAsync(run, $"article/{Id(article)}", title);
        await ShowsAsync(run, $"story/{Id(story)}", story.GetProperty("title").GetString()!);
        await ShowsAsync(run, $"search?q={Uri.EscapeDataString(title.Split(' ')[0].Trim('«', '»'))}", title);
        await ShowsAsync(run, "section/sports", "<article");
        await ShowsAsync(run, "?lang=uk", "lang=\"uk\"");
    }

    public void Dispose() => _folder.Dispose();

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static async Task ShowsAsync(StandaloneRun run, string path, string text)
    {
        var page = await Browser.OpenAsync(new Uri($"http://localhost:{run.Port}/{path}"));

        Assert.True(page.Dom.Contains(text, StringComparison.Ordinal), $"/{path} does not show '{text}'");
        Assert.True(page.Console.Count == 0, $"/{path}: {string.Join('\n', page.Console)}");
    }
}
