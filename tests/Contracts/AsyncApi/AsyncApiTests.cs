using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.Contracts.Tests.AsyncApi;

/// <summary>The document of the events is true: it is what the contracts say, it is AsyncAPI, and what stands in queues is what it describes.</summary>
public sealed class AsyncApiTests
{
    private static readonly string File = Repository.PathOf("gateway", "DescribeApi", "asyncapi.json");

    [Fact]
    public void The_document_is_what_the_contracts_say_now() =>
        Assert.True(EventDocument.Write() == System.IO.File.ReadAllText(File), "The contracts changed: run ./tests/bench.sh asyncapi and commit gateway/DescribeApi/asyncapi.json.");

    [Fact]
    public async Task It_is_AsyncAPI_and_describes_every_stored_message_of_the_newest_version()
    {
        var messages = new JsonArray([.. StoredSample.All.Where(sample => sample.Version == StoredSample.Newest).Select(JsonNode? (sample) => new JsonObject
        {
            ["name"] = sample.Event,
            ["message"] = JsonNode.Parse(sample.Json),
        })]);
        var input = new JsonObject { ["document"] = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File)), ["messages"] = messages };

        var found = JsonNode.Parse(await ClientScript.RunNodeOrSkipAsync("asyncapi.mjs", input.ToJsonString()))!;

        Assert.Equal([], found["errors"]!.AsArray().Select(error => error!.ToJsonString()));
        Assert.Equal(messages.Count, (int)found["checked"]!);
    }

    [Fact]
    public async Task A_message_without_what_is_required_does_not_pass()
    {
        var input = new JsonObject
        {
            ["document"] = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File)),
            ["messages"] = new JsonArray(new JsonObject { ["name"] = "ArticleWithdrawn", ["message"] = new JsonObject { ["articleId"] = "a1" } }),
        };

        var found = JsonSerializer.Deserialize<JsonObject>(await ClientScript.RunNodeOrSkipAsync("asyncapi.mjs", input.ToJsonString()))!;

        Assert.NotEmpty(found["errors"]!.AsArray());
    }

    /// <summary>Writes the document anew: <c>./tests/bench.sh asyncapi</c>.</summary>
    [Fact(Explicit = true)]
    public void Write() => System.IO.File.WriteAllText(File, EventDocument.Write());
}
