using System.Net;
using System.Text;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>What holds of every operation of the API, asked through the gateway of a running platform.</summary>
public sealed class ApiShapeTests : IDisposable
{
    private static readonly string[] Reads =
    [
        "api/v1/articles", "api/v1/stories", "api/v1/entities", "api/v1/changes", "api/v1/pipeline", "api/v1/sources", "api/v1/deadletters",
        "feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json", "openapi/v1.json", "", "search?q=a", "section/sports",
    ];

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task What_can_be_read_answers_HEAD_as_GET_without_the_body()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{run.Port}") };

        foreach (var path in Reads)
        {
            using var whole = await client.GetAsync(new Uri(path, UriKind.Relative));
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

            Assert.True(head.StatusCode == HttpStatusCode.OK, $"HEAD {path}: {head.StatusCode}");
            Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task What_can_be_read_is_not_sent_again_to_who_holds_it_and_is_compressed_for_who_takes_it()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{run.Port}") };

        // The pipeline's figures may change from one request to the next.
        foreach (var path in Reads.Except(["api/v1/pipeline"]))
        {
            using var first = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(first is { Headers.ETag: not null, Content.Headers.LastModified: not null }, $"{path} has no ETag or no Last-Modified");
            using var byTag = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
            using var byTime = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
            using var compressed = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new("br") } } };

            Assert.Equal((HttpStatusCode.NotModified, path), ((await client.SendAsync(byTag)).StatusCode, path));
            Assert.Equal((HttpStatusCode.NotModified, path), ((await client.SendAsync(byTime)).StatusCode, path));
            Assert.Equal(("br", path), ((await client.SendAsync(compressed)).Content.Headers.ContentEncoding.SingleOrDefault(), path));
        }
    }

    [Fact]
    public async Task The_description_names_every_operation_once_with_its_answers_and_its_body()
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{run.Port}") };

        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative)));
        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value))).ToList();

        var ids = operations.ConvertAll(operation => operation.Value.GetProperty("operationId").GetString()!);
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.All(id, letter => Assert.True(char.IsAsciiLetterOrDigit(letter), id)));
        Assert.All(operations, operation => Assert.True(HasAnswer(operation.Value), $"{operation.Name} does not say what it answers"));
        var push = operations.Single(operation => operation.Name == "post /api/v1/articles").Value;
        Assert.Equal(["application/json", "text/html", "text/plain"], push.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["source", "url"], push.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("null", "The body is empty")]
    [InlineData("[]", "no JSON that this operation takes")]
    [InlineData("{\"name\":\"x\",\"kind\":\"feed\",\"url\":\"https://a.example/\",\"intervalMinutes\":\"soon\"}", "at $.intervalMinutes")]
    [InlineData("{\"name\":\"x\",\"kind\":\"feed\",\"url\":\"https://user:secret@a.example/\"}", "holds a user name or a password")]
    public async Task A_source_that_cannot_be_read_is_refused_in_words_of_the_API(string body, string words)
    {
        await using var run = await StandaloneRun.StartReadyAsync(_folder.Path);

        var (status, problem) = await run.Api.SendAsync(HttpMethod.Post, "api/v1/sources", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("SourceInput", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // An answer that says nothing is 204.
    private static bool HasAnswer(JsonElement operation) => operation.GetProperty("responses").EnumerateObject()
        .Any(answer => answer.Name == "204" || (answer.Name.StartsWith('2') && answer.Value.TryGetProperty("content", out var content) && content.EnumerateObject().Any()));
}
