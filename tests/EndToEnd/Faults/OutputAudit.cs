using System.Net;
using System.Text.Json;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Counts what came of the promises, from what readers get: the list of articles, each withdrawn article's address, the change log from its
/// beginning, the feed page after page. Nothing here is read from journeys.
/// </summary>
internal sealed class OutputAudit(PlatformApi api, ArticleLedger ledger)
{
    private readonly List<string> _findings = [];

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int Stale { get; private set; }

    public int LogFaults { get; private set; }

    /// <summary>One sentence for each fault found.</summary>
    public IReadOnlyList<string> Findings => _findings;

    public async Task RunAsync()
    {
        var articles = (await api.ListAsync("api/v1/articles?fields=text", limit: 200)).ConvertAll(Shown.Of);
        CompareLists(articles);
        await CheckWithdrawnAsync();
        CompareLog(await api.ChangesAsync(limit: 200), articles.ToLookup(article => article.Url));
        CompareFeed(articles, await ReadFeedAsync());
    }

    private void CompareLists(List<Shown> articles)
    {
        var byUrl = articles.ToLookup(article => article.Url);
        foreach (var promise in ledger.Promises.Where(promise => !promise.IsWithdrawn))
        {
            var shown = byUrl[promise.Edition.Url].ToList();
            Lost += Note(shown.Count == 0, $"lost: {promise.Edition.Url} (revision {promise.Revision}) is in no list");
            Doubled += Note(shown.Count > 1, $"doubled: {promise.Edition.Url} is listed {shown.Count} times");
            Stale += Note(
                shown.Count == 1 && (shown[0].Title != promise.Edition.Title || shown[0].Text != promise.Edition.Text || (promise.Revision ?? shown[0].Revision) != shown[0].Revision || (promise.Id ?? shown[0].Id) != shown[0].Id),
                $"stale: {promise.Edition.Url} is shown as revision {(shown.Count == 1 ? shown[0].Revision : 0)} of {promise.Revision}, '{(shown.Count == 1 ? shown[0].Text : "")}' for '{promise.Edition.Text}'");
        }

        foreach (var article in articles)
        {
            Doubled += Note(ledger.TryFind(article.Url) is null, $"doubled: {article.Id} ({article.Url}) is listed and nobody pushed it");
            Stale += Note(ledger.TryFind(article.Url) is { IsWithdrawn: true }, $"stale: {article.Url} was withdrawn and is listed");
        }
    }

    private async Task CheckWithdrawnAsync()
    {
        foreach (var promise in ledger.Promises.Where(promise => promise.IsWithdrawn))
        {
            using var answer = await api.GetResponseAsync($"api/v1/articles/{promise.Id}");
            Stale += Note(answer.StatusCode != HttpStatusCode.Gone, $"stale: {promise.Edition.Url} was withdrawn and answers {(int)answer.StatusCode}");
        }
    }

    private void CompareLog(List<JsonElement> changes, ILookup<string, Shown> articles)
    {
        var positions = changes.Select(change => change.GetProperty("position").GetInt64());
        LogFaults += Note(!positions.SequenceEqual(Enumerable.Range(1, changes.Count).Select(position => (long)position)), "log: the positions have a gap or a repeat");
        var byArticle = PlatformApi.OfArticles(changes).GroupBy(change => change.GetProperty("articleId").GetString()!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (id, entries) in byArticle)
        {
            var revisions = entries.ConvertAll(entry => entry.GetProperty("revision").GetInt64());
            LogFaults += Note(revisions.Zip(revisions.Skip(1)).Any(pair => pair.First >= pair.Second), $"log: the revisions of {id} do not rise: {string.Join(", ", revisions)}");
            LogFaults += Note(entries[0].GetProperty("type").GetString() != "published" || entries.Skip(1).Any(entry => entry.GetProperty("type").GetString() == "published"), $"log: {id} is not published once, first");
        }

        foreach (var promise in ledger.Promises)
        {
            var id = promise.Id ?? articles[promise.Edition.Url].FirstOrDefault()?.Id ?? "";
            var last = byArticle.GetValueOrDefault(id)?[^1];
            if (promise.IsWithdrawn)
            {
                LogFaults += Note(last is { } told && told.GetProperty("type").GetString() != "withdrawn", $"log: {promise.Edition.Url} was withdrawn and the log does not end so");
            }
            else
            {
                LogFaults += Note(last is not { } told || told.GetProperty("revision").GetInt64() != (promise.Revision ?? 1) || told.GetProperty("type").GetString() == "withdrawn", $"log: {promise.Edition.Url} does not end with revision {promise.Revision ?? 1}");
            }
        }
    }

    private async Task<List<string>> ReadFeedAsync()
    {
        var urls = new List<string>();
        var next = "feeds/feed.json?limit=200";
        while (next is not null)
        {
            var page = await api.GetAsync(next);
            urls.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("external_url").GetString()!));
            next = page.TryGetProperty("next_url", out var url) ? new Uri(url.GetString()!).PathAndQuery.TrimStart('/') : null;
        }

        return urls;
    }

    private void CompareFeed(List<Shown> articles, List<string> feed)
    {
        Doubled += Note(feed.Count != feed.Distinct(StringComparer.Ordinal).Count(), "doubled: the feed names an article twice");
        Lost += Note(!articles.ConvertAll(article => article.Url).ToHashSet(StringComparer.Ordinal).SetEquals(feed), $"lost: the feed names {feed.Count} articles, the list {articles.Count}");
    }

    private int Note(bool isFault, string finding)
    {
        if (isFault)
        {
            _findings.Add(finding);
        }

        return isFault ? 1 : 0;
    }

    private sealed record Shown(string Id, string Url, long Revision, string Title, string Text)
    {
        public static Shown Of(JsonElement article) => new(
            article.GetProperty("id").GetString()!,
            article.GetProperty("url").GetString() ?? "",
            article.GetProperty("revision").GetInt64(),
            article.GetProperty("title").GetString()!,
            article.GetProperty("text").GetString() ?? "");
    }
}
