using System.IO.Compression;
using System.Text;

namespace NewsPlatform.Newsctl.Tests.Archive;

public sealed class ReprocessCommandTests : IAsyncDisposable
{
    private readonly NewsctlCall _newsctl = new();
    private PlatformServer? _server;

    [Fact]
    public async Task The_newest_fetch_of_each_page_since_a_date_goes_to_the_platform_and_the_outcomes_are_counted()
    {
        var server = await ServerAsync();
        PutFile("a.warc.gz", Record("https://a.example/1", "2026-11-01T08:00:00Z", "too old"), Record("https://a.example/2", "2026-11-20T08:00:00Z", "earlier"));
        PutFile("b.warc.gz", Record("https://a.example/2", "2026-11-21T08:00:00.5Z", "newest"), Record("https://a.example/3", "2026-11-21T09:00:00Z", "third"));

        var result = await _newsctl.RunAsync("reprocess", "--from", "2026-11-20", "--archive", "archive", "--server", server.Address);
        var json = await _newsctl.RunAsync("reprocess", "--from", "archive", "--json", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.Contains("2 pages read again: 2 revised.", result.Output);
        Assert.Equal(["newest", "third", "too old", "newest", "third"], server.Seen.Select(request => request.Body));
        Assert.Contains("fetchedAt=2026-11-21T08%3A00%3A00.5", server.Seen[0].Query, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("source=kurier", server.Seen[0].Query, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=windows-1251", server.Seen[0].ContentType);
        Assert.Equal(3, json.Json.GetProperty("pages").GetInt32());
    }

    [Fact]
    public async Task A_page_that_the_platform_cannot_read_is_counted_and_the_next_one_sent()
    {
        _server = (await PlatformServer.StartAsync()).On("POST /api/v1/archive/pages", """{"detail":"The page holds no article text."}""", 422, "application/problem+json");
        var file = PutFile("one.warc.gz", Record("https://a.example/1", "2026-11-20T08:00:00Z", "x"), Record("https://a.example/2", "2026-11-20T08:00:00Z", "y"));

        var result = await _newsctl.RunAsync("reprocess", "--from", file, "--server", _server.Address);

        Assert.Equal(0, result.Code);
        Assert.Contains("2 unreadable", result.Output);
    }

    [Theory]
    [InlineData("yesterday", 2)]
    [InlineData("2026-11-20", 1)]
    public async Task Says_in_one_sentence_what_is_wrong_with_where_to_begin(string from, int code)
    {
        var result = await _newsctl.RunAsync("reprocess", "--from", from, "--server", "http://127.0.0.1:9");

        Assert.Equal(code, result.Code);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_warc()
    {
        var result = await _newsctl.RunAsync("reprocess", "--from", _newsctl.Write("x.warc", "hello"), "--server", "http://127.0.0.1:9");

        Assert.Equal(1, result.Code);
        Assert.Contains("no WARC", result.Error, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _newsctl.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static string Record(string url, string date, string body)
    {
        var block = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n{body}";
        return $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nNewsPlatform-Note: {{\"sourceId\":\"kurier\",\"sourceName\":\"Kurier\"}}\r\nContent-Length: {block.Length}\r\n\r\n{block}\r\n\r\n";
    }

    private string PutFile(string name, params string[] records)
    {
        var path = _newsctl.PathOf(Path.Combine("archive", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        foreach (var record in records)
        {
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.ASCII.GetBytes(record));
        }

        return path;
    }

    private async Task<PlatformServer> ServerAsync() =>
        _server = (await PlatformServer.StartAsync()).On("POST /api/v1/archive/pages", """{"id":"x","revision":2,"outcome":"revised"}""");
}
