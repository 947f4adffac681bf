using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.ReleaseArticle;

/// <summary>
/// An article under embargo is in no output before its minute. Each word that only it holds is looked for in the answer of every
/// operation that the service describes and of every page.
/// </summary>
public sealed class EmbargoTests : IDisposable
{
    private static readonly string[] Secrets = ["Quellbrunn", "Zarzanow", "Mirabello", "hidden-source", "hidden-id"];

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;
    private readonly DateTimeOffset _ends;

    public EmbargoTests()
    {
        _client = _service.CreateClient(new() { AllowAutoRedirect = false });
        _ends = _service.Clock.Now.AddMinutes(30);
    }

    [Fact]
    public async Task Nothing_of_an_embargoed_article_is_in_any_answer_before_its_minute_and_all_of_it_after()
    {
        await _service.TakeInAsync(Hidden(), AnArticle.Enriched("copy", title: "Ferries sail again") with { DuplicateOf = "hidden-id", DuplicateKind = "reprint", DuplicateShare = 1 });
        await _service.TakeInAsync(AnArticle.Story("story-1", 2, "hidden-id", "copy") with { Title = "Quellbrunn bridge falls" });

        var before = await AnswersAsync();
        _service.Clock.Now = _ends;
        await Eventually.BecomesAsync(() => _client.GetAsync("/api/v1/articles/hidden-id"), answer => answer.StatusCode == HttpStatusCode.OK);
        var after = await AnswersAsync();

        Assert.NotEmpty(before);
        Assert.Equal([], Found(before));
        Assert.All(Secrets, secret => Assert.Contains(after.Values, answer => answer.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains("Quellbrunn", after["/api/v1/stories/story-1"], StringComparison.Ordinal);
        Assert.Contains("hidden-id", after["/api/v1/articles/copy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embargoed_revision_leaves_the_one_before_it_to_the_readers_until_its_minute()
    {
        await _service.TakeInAsync(AnArticle.Enriched("hidden-id", title: "Ferries sail again"));
        await _service.TakeInAsync(Hidden() with { Revision = 2 });
        await _service.TakeInAsync(AnArticle.Story("story-1", 2, "hidden-id") with { Title = "Quellbrunn bridge falls" });

        var before = await AnswersAsync();
        var log = before["/api/v1/changes"];
        _service.Clock.Now = _ends;
        var after = await Eventually.BecomesAsync(() => _client.GetStringAsync("/api/v1/articles/hidden-id"), answer => answer.Contains("Quellbrunn", StringComparison.Ordinal));

        Assert.Equal([], Found(before).Where(leak => !leak.EndsWith(": hidden-id", StringComparison.Ordinal)));
        Assert.Contains("Ferries sail again", before["/api/v1/articles/hidden-id"], StringComparison.Ordinal);
        Assert.Contains("Ferries sail again", before["/api/v1/stories/story-1"], StringComparison.Ordinal);
        Assert.DoesNotContain("revised", log, StringComparison.Ordinal);
        Assert.Equal(2, (long)JsonNode.Parse(after)!["revision"]!);
        await Eventually.BecomesAsync(() => _client.GetStringAsync("/api/v1/changes"), told => told.Contains("\"revised\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_changes_for_readers_with_the_release_of_one_of_its_articles()
    {
        await _service.TakeInAsync(Hidden(), AnArticle.Enriched("open"), AnArticle.Enriched("other", story: "story-2"));
        await _service.TakeInAsync(AnArticle.Story("story-1", 2) with { ArticleCount = 2 });
        await _service.TakeInAsync(AnArticle.Story("story-2", 3) with { ArticleCount = 1 });
        Assert.Equal(["story-2", "story-1"], await StoriesAsync());

        _service.Clock.Now = _ends;
        await Eventually.BecomesAsync(StoriesAsync, ids => ids is ["story-1", "story-2"]);
        var changed = (string?)JsonNode.Parse(await _client.GetStringAsync("/api/v1/stories/story-1"))!["updatedAt"];
        await _service.TakeInAsync(AnArticle.Story("story-1", 4) with { ArticleCount = 2 });

        Assert.Equal(_ends, DateTimeOffset.Parse(changed!, CultureInfo.InvariantCulture));
        Assert.Equal(["story-1", "story-2"], await StoriesAsync());

        async Task<IReadOnlyList<string>> StoriesAsync() => [.. JsonNode.Parse(await _client.GetStringAsync("/api/v1/stories"))!["items"]!.AsArray().Select(story => (string)story!["id"]!)];
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private ArticleEnriched Hidden()
    {
        var article = AnArticle.Enriched(
            "hidden-id", title: "Quellbrunn bridge falls", text: "The bridge of Zarzanow fell.", source: "hidden-source", embargoedUntil: _ends, entities: [AnEntity("Mirabello")]);
        return article with { Content = article.Content with { Url = "https://hidden-source.example/quellbrunn" } };
    }

    private static Entity AnEntity(string name) => new(name, "PER", [new TextSpan(0, 3)]);

    // An answer may say back what was asked for.
    private static IEnumerable<string> Found(IReadOnlyDictionary<string, string> answers) =>
        from answer in answers
        from secret in Secrets
        where answer.Value.Contains(secret, StringComparison.OrdinalIgnoreCase) && !answer.Key.Contains(secret, StringComparison.Ordinal)
        select $"{answer.Key}: {secret}";

    // Every described read, with and without a search for a word of the hidden text, and every page.
    private async Task<IReadOnlyDictionary<string, string>> AnswersAsync()
    {
        var paths = JsonNode.Parse(await _client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject()
            .Where(path => path.Value!["get"] is not null && path.Key != "/api/v1/stream").Select(path => path.Key);
        var reads = paths.Concat(["/", "/article/{id}", "/story/{id}", "/sources", "/search", "/section/general"]).SelectMany(Filled).SelectMany(path => new[] { path, path + "?language=en", path + "?sort=time" });
        var answers = new Dictionary<string, string>();
        foreach (var read in reads.Distinct())
        {
            using var answer = await _client.GetAsync(read);
            answers[read] = await answer.Content.ReadAsStringAsync();
        }

        return answers;
    }

    private static IEnumerable<string> Filled(string path)
    {
        string[] ids = path.Contains("stor", StringComparison.Ordinal) ? ["story-1"] : ["hidden-id", "copy"];
        return path.Contains('{', StringComparison.Ordinal) ? ids.Select(id => path.Replace("{id}", id, StringComparison.Ordinal)) : [path];
    }
}
