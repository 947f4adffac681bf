using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.RenderSite;

/// <summary>A reader sees which sources are read, and which have fallen silent.</summary>
public sealed class SourcesPageTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SourcesPageTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Names_every_source_with_its_last_reading_and_says_of_a_silent_one_since_when()
    {
        await TakeInAsync("well", "healthy");
        await TakeInAsync("ill", "dormant");
        await TakeInAsync("gone", "removed");

        var page = await PageAsync("en", page => page.Contains("The ill Post", StringComparison.Ordinal) && page.Contains("The well Post", StringComparison.Ordinal));

        Assert.Contains("cannot be read since", page.Split("The ill Post")[1].Split("</li>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be read since", page.Split("The well Post")[1].Split("</li>")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("The gone Post", page, StringComparison.Ordinal);
        Assert.Contains("не читається з", await _client.GetStringAsync("/sources?lang=uk"), StringComparison.Ordinal);
        Assert.Contains("не читается с", await _client.GetStringAsync("/sources?lang=ru"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_was_not_reported_for_a_day_is_not_shown()
    {
        await TakeInAsync("well", "healthy");
        await PageAsync("en", page => page.Contains("The well Post", StringComparison.Ordinal));

        _service.Clock.Advance(TimeSpan.FromDays(1.1));

        Assert.DoesNotContain("The well Post", await _client.GetStringAsync("/sources"), StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();

    private Task TakeInAsync(string id, string state) => _service.Bus.Publish(AnArticle.Source(id, state, minute: 1));

    private Task<string> PageAsync(string language, Func<string, bool> satisfied) =>
        Eventually.BecomesAsync(() => _client.GetStringAsync($"/sources?lang={language}"), satisfied);
}
