using Microsoft.Playwright;

namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>What readers do on the site.</summary>
[Collection(DemoSite.Collection)]
public sealed class FlowTests(DemoSite site)
{
    [Fact]
    public async Task From_the_front_page_over_a_story_to_an_article_and_to_one_of_its_names()
    {
        var story = await site.FirstAsync("stories?sort=score&limit=1");
        await using var window = await site.Reader.OpenAsync(new Eyes());
        var page = window.Page;

        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = DemoSite.Title(story), Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(DemoSite.Title(story));
        var headline = page.Locator(".timeline h4 a").First;
        var title = await headline.TextContentAsync();
        await headline.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title!);
        var name = page.Locator(".body a.entity").First;
        await name.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title!);

        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task By_the_keyboard_alone_past_the_navigation_and_through_a_search()
    {
        var title = DemoSite.Title(await site.FirstAsync("articles?language=en&limit=1"));
        await using var window = await site.Reader.OpenAsync(new Eyes());
        var page = window.Page;
        await window.GoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("a.skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("a.skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"), "The skip link leads into the news");

        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Combobox).FocusAsync();
        await page.Keyboard.TypeAsync($"\"{title}\"");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main li.row h3").First).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task A_reader_who_lets_no_script_run_reads_everything()
    {
        await using var window = await site.Reader.OpenAsync(new Eyes(RunsScripts: false));

        foreach (var (name, path) in site.Pages)
        {
            Assert.True(await window.GoAsync(path) == (name == "nothing here" ? 404 : 200), name);
            Assert.NotEmpty((await window.Page.Locator("main").InnerTextAsync()).Trim());
        }
    }

    [Fact]
    public async Task Chooses_the_language_of_the_interface_and_keeps_it_on_the_way()
    {
        await using var window = await site.Reader.OpenAsync(new Eyes());
        var page = window.Page;
        await window.GoAsync("/");

        await page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = "Українська" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "uk");
        await page.Locator("main h2 a").First.ClickAsync();

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "uk");
    }
}
