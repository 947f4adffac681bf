using System.Net;
using System.Net.Http.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Clients;

/// <summary>The sitemaps for news read back by the platform's own reader. The sample edition has its days: what is newest is pushed by the test.</summary>
public sealed class SitemapReadBackTests : IDisposable
{
    private static readonly Dictionary<string, string> ReadsItself = new(StringComparer.Ordinal) { ["Fetching__AllowedNetworks"] = "127.0.0.0/8;::1/128" };

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("sitemaps/news.xml")]
    [InlineData("sitemap.xml")]
    public async Task Our_own_reader_finds_the_articles_of_two_days_and_no_older(string path)
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path, ReadsItself);
        var now = TimeProvider.System.GetUtcNow();
        await PushAsync(run, "Fire at the old mill", now.AddHours(-1));
        await PushAsync(run, "Harbour bridge reopens after a year", now.AddHours(-30));
        await PushAsync(run, "Ferry sails again in spring", now.AddDays(-3));
        await Eventually.BecomesAsync(() => run.Api.GetAsync("api/v1/articles"), list => list.GetProperty("items").GetArrayLength() == 3, TimeSpan.FromSeconds(60), "three articles");

        using var body = JsonContent.Create(new { url = $"http://127.0.0.1:{run.Port}/{path}", kind = "sitemap" });
        var (status, preview) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/sources/preview", body);

        Assert.True(status == HttpStatusCode.OK, $"{path}: {(int)status} {preview}");
        Assert.Equal("sitemap", preview.GetProperty("kind").GetString());
        var items = preview.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Fire at the old mill", "Harbour bridge reopens after a year"], items.Select(item => item.GetProperty("title").GetString()!));
        Assert.All(items.Zip([now.AddHours(-1), now.AddHours(-30)]), pair => Assert.Equal(pair.Second.ToUnixTimeSeconds(), pair.First.GetProperty("publishedAt").GetDateTimeOffset().ToUnixTimeSeconds()));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task PushAsync(StandaloneRun run, string title, DateTimeOffset publishedAt)
    {
        using var body = JsonContent.Create(new { title, publishedAt, text = string.Join(' ', Enumerable.Repeat($"{title}, said the mayor of Lindmoor on Friday.", 4)), language = "en" });
        var (status, answer) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Tidewater%20Post", body);
        Assert.True(status == HttpStatusCode.Accepted, answer.ToString());
    }
}
