using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.Newsctl.Tests.Offline;

public sealed class FeedCommandTests
{
    private static readonly string Feed = Path.Combine(Repository.Root, "deploy/samples/edition/visti/atom.xml");

    [Fact]
    public async Task Writes_the_feed_of_each_line_and_an_error_for_what_is_none()
    {
        using var newsctl = new NewsctlCall();
        var lines = new[]
        {
            JsonSerializer.Serialize(new { id = "visti", body = await File.ReadAllBytesAsync(Feed), contentType = "application/atom+xml" }),
            JsonSerializer.Serialize(new { id = "page", body = "<html><body>Hello</body></html>"u8.ToArray() }),
            """{"id":"broken","body":"%%%"}""",
        };

        var result = await newsctl.RunAsync(string.Join('\n', lines), ["feed", "--jsonl"]);

        Assert.Equal(1, result.Code);
        var feed = result.JsonLines[0];
        Assert.Equal("visti", feed.GetProperty("id").GetString());
        Assert.Equal("atom", feed.GetProperty("format").GetString());
        Assert.Equal("uk", feed.GetProperty("language").GetString());
        Assert.True(feed.GetProperty("items").GetArrayLength() > 5);
        Assert.NotEmpty(feed.GetProperty("items")[0].GetProperty("title").GetString()!);
        Assert.Equal(["page", "broken"], result.JsonLines.Skip(1).Select(line => line.GetProperty("id").GetString()));
        Assert.All(result.JsonLines.Skip(1), line => Assert.NotEmpty(line.GetProperty("error").GetString()!));
    }

    [Fact]
    public async Task Shows_a_file_and_refuses_what_is_no_feed()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("page.html", "<html><body>Hello</body></html>");

        var shown = await newsctl.RunAsync("feed", Feed);
        var refused = await newsctl.RunAsync("feed", "page.html");

        Assert.Contains("atom", shown.Output);
        Assert.Equal(1, refused.Code);
        Assert.Single(refused.Error.Trim().Split('\n'));
    }
}
