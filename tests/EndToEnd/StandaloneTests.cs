using System.Net;
using System.Text;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The whole platform in one process, on the sample edition.</summary>
public sealed class StandaloneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Takes_in_the_whole_edition_every_article_exactly_once_and_groups_the_publishers()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path, "--demo");

        await run.Api.SettlesAsync(EditionGold.Articles.Count);

        await EditionGold.AssertPublishedOnceAsync(run.Api);
        var (together, wrong) = await EditionGold.MeasureStoriesAsync(run.Api);
        Assert.True(together >= 0.85, $"only {together:P0} of the same-language pairs about one event share a story");
        Assert.True(wrong.Count == 0, $"articles about different events share a story: {string.Join("; ", wrong)}");
    }

    [Fact]
    public async Task A_publishers_second_list_of_the_same_articles_doubles_nothing()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path, "--demo");
        await run.Api.SettlesAsync(EditionGold.Articles.Count);
        var sources = await run.Api.ListAsync("api/v1/sources");
        var agency = sources.Single(source => source.GetProperty("url").GetString()!.EndsWith("/rss.xml", StringComparison.Ordinal)).GetProperty("url").GetString()!;
        var sitemap = agency.Replace("/rss.xml", "/news-sitemap.xml", StringComparison.Ordinal);

        var (status, added) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/sources", Json($$"""{"name":"The same again","kind":"sitemap","url":"{{sitemap}}"}"""));

        Assert.Equal(HttpStatusCode.Created, status);
        await Eventually.BecomesAsync(async () => (await run.Api.GetAsync($"api/v1/sources/{added.GetProperty("id").GetString()}")).GetProperty("lastSuccessAt").GetString(), polled => polled is not null);
        await run.Api.SettlesAsync(EditionGold.Articles.Count);
        await EditionGold.AssertPublishedOnceAsync(run.Api);
        await Eventually.BecomesTrueAsync(
            async () => (await run.Api.ListAsync("api/v1/articles")).Any(article => article.GetProperty("seenIn").EnumerateArray().Any(sighting => sighting.GetProperty("name").GetString() == "The same again")),
            what: "The second list among the sources of an article");
    }

    /// <summary>Killed as a power cut would, at several moments of the take-in.</summary>
    [Theory, InlineData(1), InlineData(12), InlineData(40)]
    public async Task Killed_in_the_middle_of_the_take_in_the_same_command_ends_with_every_article_exactly_once(int killedAt)
    {
        var port = FreePort.Next();
        await using (var first = StandaloneRun.Start(_folder.Path, port, "--demo"))
        {
            await Eventually.BecomesAsync(first.Api.TryReadPipelineAsync, buckets => buckets.Accepted >= killedAt, TimeSpan.FromSeconds(60));
            await first.Process.KillAsync();
        }

        await using var second = StandaloneRun.Start(_folder.Path, port, "--demo");
        await second.Api.SettlesAsync(EditionGold.Articles.Count);

        await EditionGold.AssertPublishedOnceAsync(second.Api);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_cleanly_and_the_next_start_holds_everything()
    {
        var port = FreePort.Next();
        await using (var first = StandaloneRun.Start(_folder.Path, port, "--demo"))
        {
            await first.Api.SettlesAsync(EditionGold.Articles.Count);
            await first.Process.InterruptAsync();
            Assert.Equal(0, first.Process.ExitCode);
        }

        await using var second = await StandaloneRun.StartReadyAsync(_folder.Path);
        await EditionGold.AssertPublishedOnceAsync(second.Api);
    }

    [Fact]
    public async Task A_pushed_article_is_revised_withdrawn_and_stays_withdrawn()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);

        var (created, pushed) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Desk&url=https://desk.example/a", Text("A bridge opens\n\nThe bridge over the river opened on Monday, said the mayor of the town."));
        var id = pushed.GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.Accepted, created);
        Assert.Equal($"/api/v1/articles/{id}/journey", pushed.GetProperty("journey").GetString());
        await run.Api.SettlesAsync(1);

        var (again, same) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Desk&url=https://desk.example/a", Text("A bridge opens\n\nThe bridge over the river opened on Monday, said the mayor of the town."));
        Assert.Equal((HttpStatusCode.OK, id, 1L), (again, same.GetProperty("id").GetString()!, same.GetProperty("revision").GetInt64()));

        var (_, revised) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Desk&url=https://desk.example/a", Text("A bridge opens\n\nThe bridge over the river opened on Tuesday, said the mayor of the town."));
        Assert.Equal((id, 2L), (revised.GetProperty("id").GetString()!, revised.GetProperty("revision").GetInt64()));
        await Eventually.BecomesAsync(async () => (await run.Api.GetAsync($"api/v1/articles/{id}")).GetProperty("text").GetString()!, text => text.Contains("Tuesday", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Accepted, (await run.Api.SendAsync(HttpMethod.Delete, $"api/v1/articles/{id}")).Status);
        await Eventually.BecomesAsync(async () => (await run.Api.GetResponseAsync($"api/v1/articles/{id}")).StatusCode, status => status == HttpStatusCode.Gone);

        Assert.Equal(["published", "revised", "withdrawn"], PlatformApi.OfArticles(await run.Api.ChangesAsync()).Select(change => change.GetProperty("type").GetString()));
        Assert.Equal(new Buckets(1, 0, 0, 0, 1, 0), await run.Api.TryReadPipelineAsync());
        Assert.Empty(await run.Api.ListAsync("api/v1/articles"));
    }

    [Fact]
    public async Task A_russian_text_with_a_list_at_its_end_is_understood()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);
        var text = await File.ReadAllTextAsync(Repository.PathOf("deploy", "samples", "pushed", "ferry-talks.txt"));

        var (_, pushed) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Desk", Text(text));
        await run.Api.SettlesAsync(1);

        var article = await run.Api.GetAsync($"api/v1/articles/{pushed.GetProperty("id").GetString()}");
        Assert.Equal(text.Split('\n')[0].Trim(), article.GetProperty("title").GetString());
        Assert.Equal("ru", article.GetProperty("language").GetString());
        Assert.DoesNotContain("Статьи", article.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal(3, article.GetProperty("related").GetArrayLength());
        Assert.All(article.GetProperty("related").EnumerateArray(), related => Assert.All(["headline", "section", "publishedAt", "teaser"], member => Assert.False(string.IsNullOrEmpty(related.GetProperty(member).GetString()))));
        Assert.Contains(article.GetProperty("quotes").EnumerateArray(), quote => quote.GetProperty("speaker").GetString() is { Length: > 0 });
        Assert.True(article.GetProperty("attribution").GetArrayLength() >= 2);
    }

    public void Dispose() => _folder.Dispose();

    private static StringContent Text(string text) => new(text, Encoding.UTF8, "text/plain");

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
