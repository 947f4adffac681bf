using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>What the sample edition holds, and what the platform must show of it.</summary>
internal static class EditionGold
{
    private static readonly JsonElement Edition = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Repository.PathOf("deploy", "samples", "edition", "edition.json")));

    public static IReadOnlyList<JsonElement> Articles { get; } = [.. Edition.GetProperty("articles").EnumerateArray()];

    public static IReadOnlyList<JsonElement> Publishers { get; } = [.. Edition.GetProperty("publishers").EnumerateArray()];

    /// <summary>Counted from the outputs: every article once, in its language, in the change log once, groups across publishers.</summary>
    public static async Task AssertPublishedOnceAsync(PlatformApi api)
    {
        var articles = await api.ListAsync("api/v1/articles");
        var expected = Articles.Select(article => (Title: article.GetProperty("title").GetString()!, Language: article.GetProperty("language").GetString()!)).Order().ToList();
        Assert.Equal(expected, articles.Select(article => (article.GetProperty("title").GetString()!, article.GetProperty("language").GetString()!)).Order());

        var changes = await api.ChangesAsync();
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(position => (long)position), changes.Select(change => change.GetProperty("position").GetInt64()));
        Assert.Equal(articles.Select(article => article.GetProperty("id").GetString()).Order(StringComparer.Ordinal), changes.Where(change => change.GetProperty("type").GetString() == "published").Select(change => change.GetProperty("articleId").GetString()).Order(StringComparer.Ordinal));

        Assert.Equal(new Buckets(Articles.Count, Articles.Count, 0, 0, 0, 0), await api.TryReadPipelineAsync());
    }

    /// <summary>Pairs of articles of different publishers, same language, same event: how many share a story; and pairs of different events that do, by their titles.</summary>
    public static async Task<(double Together, IReadOnlyList<string> WronglyTogether)> MeasureStoriesAsync(PlatformApi api)
    {
        var storyOf = (await api.ListAsync("api/v1/articles")).ToDictionary(article => article.GetProperty("title").GetString()!, article => article.GetProperty("storyId").GetString(), StringComparer.Ordinal);
        int together = 0, pairs = 0;
        var wrong = new List<string>();
        for (var i = 0; i < Articles.Count; i++)
        {
            for (var j = i + 1; j < Articles.Count; j++)
            {
                var (a, b) = (Articles[i], Articles[j]);
                var sameStory = storyOf[a.GetProperty("title").GetString()!] == storyOf[b.GetProperty("title").GetString()!];
                var sameEvent = a.GetProperty("event").GetString() is { } slug && slug == b.GetProperty("event").GetString();
                if (sameStory && !sameEvent)
                {
                    wrong.Add($"{a.GetProperty("title")} / {b.GetProperty("title")}");
                }

                if (sameEvent && a.GetProperty("language").GetString() == b.GetProperty("language").GetString())
                {
                    pairs++;
                    together += sameStory ? 1 : 0;
                }
            }
        }

        return ((double)together / pairs, wrong);
    }
}
