using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Clients;

/// <summary>The served OpenAPI document is true: what it describes is what is answered, and a client generated from it works.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _generated = new();
    private StandaloneRun? _run;

    private string Address => $"http://127.0.0.1:{_run!.Port}";

    public async ValueTask InitializeAsync()
    {
        _run = await StandaloneRun.StartReadyAsync(_folder.Path, "--demo");
        await _run.Api.SettlesAsync(EditionGold.Articles.Count);
    }

    [Fact]
    public async Task Every_operation_of_the_document_answers_as_it_says()
    {
        // One to ask for; nothing answers at its address.
        await _run!.Api.SendAsync(HttpMethod.Post, "api/v1/webhooks", new StringContent("""{"url":"https://events.example/hook"}""", Encoding.UTF8, "application/json"));
        var lines = (await ClientScript.RunNodeOrSkipAsync("operations.mjs", "", Address, StandaloneRun.Key)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var called = lines.Select(line => JsonNode.Parse(line)!).ToList();

        var described = (await _run.Api.GetAsync("openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToList();
        Assert.Equal(described.Order(StringComparer.Ordinal), called.Select(NameOf).Order(StringComparer.Ordinal));
        var faults = called.SelectMany(operation => operation["faults"]!.AsArray().Select(fault => $"{NameOf(operation)}: {fault}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        // What a healthy platform has none of can only be refused.
        var refused = called.Where(operation => operation["statuses"]!.AsArray().All(status => (int)status! >= 400)).Select(NameOf);
        Assert.All(refused, name => Assert.Contains(name, (string[])["ShowDeadLetter", "ReplayDeadLetter", "DropDeadLetter", "ConfirmSubscription", "DeliverFeed"]));
    }

    [Fact]
    public async Task A_client_generated_from_the_document_compiles_and_reads()
    {
        using var read = JsonDocument.Parse(await ClientScript.RunNodeOrSkipAsync("generated.mjs", "", Address, _generated.Path));

        var list = (await _run!.Api.GetAsync("api/v1/articles?limit=2")).GetProperty("items").EnumerateArray().ToList();
        var told = read.RootElement;
        Assert.Equal(list.Select(item => item.GetProperty("title").GetString()), told.GetProperty("titles").EnumerateArray().Select(title => title.GetString()));
        Assert.True(told.GetProperty("text").GetString()!.Length > 100);
        Assert.Contains(told.GetProperty("id").GetString(), told.GetProperty("storyArticles").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal([1, 2, 3, 4, 5, 6], told.GetProperty("positions").EnumerateArray().Select(position => position.GetInt32()));
        Assert.Equal(404, told.GetProperty("problem").GetProperty("status").GetInt32());
        Assert.Contains("no-such-article", told.GetProperty("problem").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        _folder.Dispose();
        _generated.Dispose();
    }

    private static string NameOf(JsonNode operation) => (string)operation["operation"]!;
}
