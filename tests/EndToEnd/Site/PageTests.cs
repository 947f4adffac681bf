namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>What holds of every page of the site, in every language, width and colour scheme.</summary>
[Collection(DemoSite.Collection)]
public sealed class PageTests(DemoSite site)
{
    private const int Phone = 390;
    private const int Desk = 1280;
    private const int MostStyleAndScript = 50 * 1024;

    public static TheoryData<string, int, bool> Looks { get; } = new MatrixTheoryData<string, int, bool>(["en", "ru", "uk"], [Phone, Desk], [false, true]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Loads_without_a_complaint_has_no_barrier_and_fits_its_window(string language, int width, bool isDark)
    {
        var eyes = new Eyes(language, width, isDark);
        await using var window = await site.Reader.OpenAsync(eyes);
        foreach (var (name, path) in site.Pages)
        {
            var status = await window.GoAsync(path);

            Assert.True(status == (name == "nothing here" ? 404 : 200), $"{name}: {status}");
            Assert.Equal(language, await window.Page.GetAttributeAsync("html", "lang"));
            Assert.True(await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than its window ({eyes})");
            var barriers = await window.FindBarriersAsync();
            Assert.True(barriers.Count == 0, $"{name} ({eyes}):\n{string.Join('\n', barriers)}");
            Assert.True(window.Complaints.All(complaint => name == "nothing here" && complaint.Contains("404", StringComparison.Ordinal)), $"{name} ({eyes}): {string.Join('\n', window.Complaints)}");
        }
    }

    [Fact]
    public async Task Style_and_script_of_a_page_are_less_than_50_kilobytes()
    {
        await using var window = await site.Reader.OpenAsync(new Eyes());
        await window.GoAsync(site.Pages["article"]);

        var bytes = await window.Page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(file => /\\.(css|js)\\b/.test(file.name)).reduce((sum, file) => sum + file.decodedBodySize, 0)");
        Assert.InRange(bytes, 1_000, MostStyleAndScript);
    }
}
