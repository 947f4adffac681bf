using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Restores;

/// <summary>Pushes invented articles, remembers what each must be in the end, and checks it from the outputs.</summary>
internal sealed class Desk
{
    // One story each, whatever the order: the same names and nouns in every telling, none of them in another's.
    private static readonly (string Title, string Text)[] Events =
    [
        ("Ferry Aurora aground off Larvik", "The ferry Aurora ran aground on rocks outside Larvik harbour at dawn. Coast guard boats took 212 passengers off the ferry Aurora and brought them to Larvik."),
        ("Tessel elects Ida Brannock", "Ida Brannock won the mayoral vote in Tessel with 54 percent. Her rival Omar Reyes conceded in Tessel after Ida Brannock took 54 percent of the ballots."),
        ("Glassworks fire at Quillan", "A fire burned down furnace hall three of the Quillan glassworks overnight. Nine workers of the Quillan glassworks were hurt when furnace hall three burned."),
        ("Orbex lofts weather probes", "An Orbex rocket carried the weather probes Pim and Pam into polar orbit from Sutherland. The twin probes Pim and Pam left the Orbex rocket over Sutherland."),
        ("Ostrava chess final drawn", "Grandmaster Vera Halas drew the chess final in Ostrava after ninety moves. The Ostrava chess final between Vera Halas and Juri Pelt goes to a blitz playoff."),
        ("Locusts reach Marnow orchards", "Swarms of locusts stripped the apple orchards of Marnow in two days. Marnow farmers lost apples worth four million when the locusts settled on the orchards."),
    ];

    private readonly Dictionary<string, string?> _textOf = new(StringComparer.Ordinal);

    public int Published => _textOf.Values.Count(text => text is not null);

    public int Withdrawn => _textOf.Count - Published;

    public async Task<string> PushAsync(PlatformApi api, int number, string words)
    {
        var (title, text) = Events[number % Events.Length];
        var content = new StringContent($"{title}\n\n{text} {words}", System.Text.Encoding.UTF8, "text/plain");
        var (status, pushed) = await api.SendAsync(HttpMethod.Post, $"api/v1/articles?source=Desk&url=https://desk.example/{number}", content);
        Assert.Equal(HttpStatusCode.Accepted, status);
        var id = pushed.GetProperty("id").GetString()!;
        _textOf[id] = words;
        return id;
    }

    /// <summary>Pushes these and waits until they are published; gives their ids.</summary>
    public async Task<List<string>> PushAsync(PlatformApi api, int from, int to)
    {
        var ids = new List<string>();
        for (var number = from; number < to; number++)
        {
            ids.Add(await PushAsync(api, number, $"First words of {number}."));
        }

        await SettlesAsync(api);
        return ids;
    }

    public async Task WithdrawAsync(PlatformApi api, string id)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await api.SendAsync(HttpMethod.Delete, $"api/v1/articles/{id}")).Status);
        _textOf[id] = null;
    }

    /// <summary>Waits until everything is published or withdrawn and nothing is on its way.</summary>
    public Task SettlesAsync(PlatformApi api) => Eventually.BecomesAsync(
        api.TryReadPipelineAsync,
        buckets => buckets == new Buckets(_textOf.Count, Published, 0, 0, Withdrawn, 0),
        TimeSpan.FromSeconds(120),
        $"{Published} articles published, {Withdrawn} withdrawn");

    /// <summary>Every article once, in its newest words; every withdrawal in force; the change log in order without gap, its last word on each article the right one.</summary>
    public async Task AssertHeldAsync(PlatformApi api)
    {
        var shown = await api.ListAsync("api/v1/articles");
        Assert.Equal(_textOf.Where(pair => pair.Value is not null).Select(pair => pair.Key).Order(StringComparer.Ordinal), shown.Select(article => article.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        foreach (var (id, words) in _textOf)
        {
            if (words is null)
            {
                Assert.Contains((await api.GetResponseAsync($"api/v1/articles/{id}")).StatusCode, new[] { HttpStatusCode.Gone, HttpStatusCode.NotFound });
            }
            else
            {
                Assert.Contains(words, (await api.GetAsync($"api/v1/articles/{id}")).GetProperty("text").GetString()!, StringComparison.Ordinal);
            }
        }

        var changes = await api.ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(position => (long)position), changes.Select(change => change.GetProperty("position").GetInt64()));
        foreach (var changesOf in PlatformApi.OfArticles(changes).GroupBy(change => change.GetProperty("articleId").GetString()!, StringComparer.Ordinal))
        {
            Assert.Equal("published", changesOf.First().GetProperty("type").GetString());
            Assert.Single(changesOf, change => change.GetProperty("type").GetString() == "published");
            Assert.Equal(_textOf[changesOf.Key] is null, changesOf.Last().GetProperty("type").GetString() == "withdrawn");
        }
    }

    /// <summary>Waits until readers see everything again, in the same groups.</summary>
    public async Task HealsAsync(PlatformApi api, IReadOnlyList<string> groups)
    {
        // Settled is not healed yet: the platform may not have begun. What readers see tells.
        await Eventually.BecomesTrueAsync(() => IsHeldAsync(api), TimeSpan.FromSeconds(120), "Healing");
        await SettlesAsync(api);
        await Eventually.BecomesAsync(() => GroupsAsync(api), found => found.SequenceEqual(groups, StringComparer.Ordinal), TimeSpan.FromSeconds(60), "The grouping");
    }

    public async Task<bool> IsHeldAsync(PlatformApi api)
    {
        try
        {
            await AssertHeldAsync(api);
            return true;
        }
        catch (Exception notYet) when (notYet is Xunit.Sdk.XunitException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Waits until enrichment knows an article that came after the backup: only one that the story log holds can be pinned.</summary>
    public static async Task EnrichmentKnowsAsync(PlatformApi api, string articleId)
    {
        var story = (await api.GetAsync($"api/v1/articles/{articleId}")).GetProperty("storyId").GetString()!;
        await Eventually.BecomesAsync(
            async () => (await api.SendAsync(HttpMethod.Post, $"api/v1/stories/{story}/pin", JsonContent.Create(new { articleId }))).Status,
            status => status != HttpStatusCode.NotFound,
            TimeSpan.FromSeconds(60),
            "The story log's knowledge of an article that came after the backup");
    }

    /// <summary>The grouping: articles by story, whatever the stories are called.</summary>
    public static async Task<IReadOnlyList<string>> GroupsAsync(PlatformApi api) =>
        [.. (await api.ListAsync("api/v1/articles"))
            .GroupBy(article => article.GetProperty("storyId").GetString()!, article => article.GetProperty("id").GetString()!, StringComparer.Ordinal)
            .Select(story => string.Join(' ', story.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>Where a client stands who has read all changes.</summary>
    public static async Task<string> CursorAsync(PlatformApi api)
    {
        string? cursor = null;
        while (true)
        {
            var page = await api.GetAsync($"api/v1/changes?limit=100{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            cursor = page.GetProperty("next").GetString()!;
            if (page.GetProperty("items").GetArrayLength() == 0)
            {
                return cursor;
            }
        }
    }

    /// <summary>The cursor of the life before is answered 410 with one that leads on.</summary>
    public static async Task AssertRestartsAsync(PlatformApi api, string oldCursor)
    {
        using var gone = await api.GetResponseAsync($"api/v1/changes?cursor={Uri.EscapeDataString(oldCursor)}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var restart = JsonSerializer.Deserialize<JsonElement>(await gone.Content.ReadAsStringAsync()).GetProperty("cursor").GetString()!;
        Assert.NotEmpty((await api.GetAsync($"api/v1/changes?cursor={Uri.EscapeDataString(restart)}")).GetProperty("items").EnumerateArray());
    }
}
