using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>What scripts add to the pages: news that comes while a page stands open, names while one types, what an article said before.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private const string Address = "https://tidewater.example/bridge";

    private readonly TempFolder _folder = new();
    private StandaloneRun? _run;
    private Reader? _reader;

    [Fact]
    public async Task A_page_left_open_tells_of_what_came_after_it()
    {
        Reader.SkipWhenMissing();
        await PushAsync("The bridge is open", "Ada Lindqvist opened the bridge on Friday.", Address);
        await using var window = await _reader!.OpenAsync(new Eyes());
        await window.GoAsync("/");

        await PushAsync("Ferries stop", "The last ferry left the old pier at noon.", "https://tidewater.example/ferries");
        var bar = window.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link);
        await Assertions.Expect(bar).ToHaveTextAsync("New here: 1. Show it");
        await bar.ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Ferries stop");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task An_article_left_open_tells_that_it_changed_and_then_shows_what_it_said_before()
    {
        Reader.SkipWhenMissing();
        await PushAsync("The bridge is open", "Ada Lindqvist opened the bridge on Friday.", Address);
        var article = await Eventually.BecomesAsync(
            () => _run!.Api.GetAsync("api/v1/articles"), list => list.GetProperty("items").GetArrayLength() == 1);
        await using var window = await _reader!.OpenAsync(new Eyes());
        await window.GoAsync($"/article/{DemoSite.Id(article.GetProperty("items")[0])}");

        await PushAsync("The bridge is open", "Ada Lindqvist opened the bridge on Saturday.", Address);
        var bar = window.Page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Link);
        await Assertions.Expect(bar).ToHaveTextAsync("This article has changed. Show its newest version");
        await bar.ClickAsync();
        await window.Page.GetByText("Earlier versions").ClickAsync();

        await Assertions.Expect(window.Page.Locator(".revisions del").First).ToContainTextAsync("Friday");
        await Assertions.Expect(window.Page.Locator(".revisions ins").First).ToContainTextAsync("Saturday");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Names_are_suggested_while_one_types()
    {
        Reader.SkipWhenMissing();
        await PushAsync("The bridge is open", "Mayor Ada Lindqvist opened the bridge on Friday. Ada Lindqvist spoke briefly.", Address);
        await using var window = await _reader!.OpenAsync(new Eyes());
        await window.GoAsync("/");

        await window.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Combobox).PressSequentiallyAsync("lindq");

        await Assertions.Expect(window.Page.Locator("datalist option")).ToHaveTextAsync(["Ada Lindqvist"]);
        Assert.Empty(window.Complaints);
    }

    public async ValueTask InitializeAsync()
    {
        _run = await StandaloneRun.StartReadyAsync(_folder.Path);
        _reader = Reader.IsInstalled ? await Reader.StartAsync(_run.Port) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }

        await _run!.DisposeAsync();
        _folder.Dispose();
    }

    // Returns once readers see it.
    private async Task PushAsync(string title, string text, string url)
    {
        var before = await _run!.Api.ChangesAsync();
        using var body = JsonContent.Create(new { title, text = $"{text} Hundreds of people walked across the river and a band played until the evening.", language = "en", url });
        var (status, _) = await _run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=tidewater", body);
        Assert.Equal(HttpStatusCode.Accepted, status);
        await Eventually.BecomesTrueAsync(async () => PlatformApi.OfArticles(await _run.Api.ChangesAsync()).Count() > PlatformApi.OfArticles(before).Count());
    }
}
