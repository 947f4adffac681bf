using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>The sample edition, taken in once, and a browser, for all tests of the site's pages.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>The tests that share it.</summary>
    public const string Collection = "site";

    private readonly TempFolder _folder = new();
    private StandaloneRun? _run;
    private Reader? _reader;

    internal Reader Reader
    {
        get
        {
            Site.Reader.SkipWhenMissing();
            return _reader!;
        }
    }

    internal PlatformApi Api => _run!.Api;

    internal Uri Root => new($"http://127.0.0.1:{_run!.Port}/");

    /// <summary>A page of each kind, by a name for people.</summary>
    public IReadOnlyDictionary<string, string> Pages { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        _run = await StandaloneRun.StartReadyAsync(_folder.Path, "--demo");
        await _run.Api.SettlesAsync(EditionGold.Articles.Count);
        _reader = Site.Reader.IsInstalled ? await Site.Reader.StartAsync(_run.Port) : null;
        var article = await FirstAsync("articles?language=ru&limit=1");
        var story = await FirstAsync("stories?sort=score&limit=1");
        Pages = new Dictionary<string, string>
        {
            ["front"] = "/",
            ["section"] = "/section/sports",
            ["article"] = $"/article/{Id(article)}",
            ["story"] = $"/story/{Id(story)}",
            ["search"] = $"/search?q={Uri.EscapeDataString(Title(article).Split(' ')[0].Trim('«', '»'))}",
            ["nothing found"] = "/search?q=zzzzzz",
            ["sources"] = "/sources",
            ["source"] = $"/source/{article.GetProperty("source").GetProperty("id").GetString()}",
            ["name"] = $"/entity/{Uri.EscapeDataString((await FirstAsync("entities?limit=1")).GetProperty("name").GetString()!)}",
            ["nothing here"] = "/no/such/page",
        };
    }

    /// <summary>The first item of a list of the API.</summary>
    internal async Task<JsonElement> FirstAsync(string list) => (await Api.GetAsync($"api/v1/{list}")).GetProperty("items")[0];

    internal static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    internal static string Title(JsonElement item) => item.GetProperty("title").GetString()!;

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }

        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        _folder.Dispose();
    }
}

[CollectionDefinition(DemoSite.Collection)]
public sealed class SharedSite : ICollectionFixture<DemoSite>;
