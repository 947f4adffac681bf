using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace NewsPlatform.EndToEnd.Tests.Leaders;

/// <summary>Pushes tellings of invented events, none of whose names stands in another's, and knows which belong together.</summary>
internal sealed class EventDesk(PlatformApi api)
{
    private static readonly string[] Syllables = ["lin", "mar", "dov", "kel", "ran", "tor", "bes", "wil", "har", "eld", "fen", "gri", "sol", "pem", "ost", "quin", "ash", "bru", "cor", "dal", "vex", "thor", "nim", "jal"];

    private const int WordsOfAnEvent = 12;

    // Little but what every text has: an event is known by its own words.
    private static readonly string[] Tellings =
    [
        "They said in {0} that {1} and {2} had been with {3} before {4} was at {5}. It is not {6} but {7} who has the {8} of {9}, and {10} is with {11}. In {0} it was {1} and {3}, they said.",
        "It was {3} who said that {1} of {0} is at {4}. But {2} and {5} are not with {6}, and {7} had been in {8} before {9}. They have {10} and {11}, he said, and {0} has {1}.",
        "He said that {0} has the {2} and that {1} was with {3}. Before {5} was at {4} it had been {7}, not {6}. They are in {9} and {8}, and it is {11} who has {10}, said {3} of {0}.",
    ];

    private readonly Dictionary<string, int> _eventOf = new(StringComparer.Ordinal);

    public int Pushed => _eventOf.Count;

    public IReadOnlyDictionary<string, int> EventOf => _eventOf;

    public async Task PushAsync(int happening, int telling)
    {
        var words = Enumerable.Range(0, WordsOfAnEvent).Select(i => WordOf((happening * WordsOfAnEvent) + i)).ToArray();
        var text = string.Format(CultureInfo.InvariantCulture, Tellings[telling % Tellings.Length], words);
        var article = new { url = $"https://desk{telling}.example/{happening}", title = string.Join(' ', words.Take(4)), text, language = "en", source = new { name = $"Desk {telling}" } };
        var (status, pushed) = await api.SendAsync(HttpMethod.Post, "api/v1/articles", JsonContent.Create(article));
        Assert.Equal(HttpStatusCode.Accepted, status);
        _eventOf[pushed.GetProperty("id").GetString()!] = happening;
    }

    /// <summary>Every article in one story, every event in one story, no story of two events; counted from what readers see.</summary>
    public async Task AssertOneStoryAnEventAsync()
    {
        var articles = await api.ListAsync("api/v1/articles");
        Assert.Equal(_eventOf.Keys.Order(StringComparer.Ordinal), articles.Select(article => article.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var stories = articles.GroupBy(article => article.GetProperty("storyId").GetString()!, StringComparer.Ordinal)
            .ToDictionary(story => story.Key, story => story.Select(article => _eventOf[article.GetProperty("id").GetString()!]).ToList(), StringComparer.Ordinal);
        Assert.All(stories, story => Assert.Single(story.Value.Distinct()));
        Assert.Equal(_eventOf.Values.Distinct().Count(), stories.Count);

        var listed = (await api.ListAsync("api/v1/stories")).ToDictionary(story => story.GetProperty("id").GetString()!, story => story.GetProperty("articleCount").GetInt32(), StringComparer.Ordinal);
        Assert.Equal(stories.OrderBy(story => story.Key, StringComparer.Ordinal).Select(story => (story.Key, story.Value.Count)), listed.OrderBy(story => story.Key, StringComparer.Ordinal).Select(story => (story.Key, story.Value)));
    }

    private static string WordOf(int number)
    {
        var (first, second) = (Syllables[number % Syllables.Length], Syllables[number / Syllables.Length]);
        return $"{char.ToUpperInvariant(first[0])}{first[1..]}{second}or";
    }
}
