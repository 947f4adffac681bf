using Microsoft.Playwright;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Site;

/// <summary>Takes the pictures of the README anew, from the sample edition. Only on request: <c>./tests/bench.sh screenshots</c>.</summary>
[Collection(DemoSite.Collection)]
public sealed class Screenshots(DemoSite site)
{
    private const int Phone = 390;

    [Fact(Explicit = true)]
    public async Task Take()
    {
        var (ru, uk) = (await site.FirstAsync("articles?language=ru&limit=1"), await site.FirstAsync("articles?language=uk&limit=1"));
        (string File, Eyes Eyes, string Path)[] pictures =
        [
            ("front", new Eyes("en"), "/"),
            ("front-phone", new Eyes("uk", Phone, IsDark: true), "/?language=uk"),
            ("story", new Eyes("ru"), site.Pages["story"]),
            ("article", new Eyes("ru"), $"/article/{DemoSite.Id(ru)}"),
            ("article-dark", new Eyes("uk", IsDark: true), $"/article/{DemoSite.Id(uk)}"),
            ("search", new Eyes("en"), site.Pages["search"]),
            ("name", new Eyes("en", IsDark: true), site.Pages["name"]),
        ];
        foreach (var (file, eyes, path) in pictures)
        {
            await using var window = await site.Reader.OpenAsync(eyes);
            await window.GoAsync(path);
            await window.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Repository.PathOf("deploy", "samples", "screenshots", $"{file}.jpg"),
                Type = ScreenshotType.Jpeg,
                Quality = 72,
            });
        }
    }
}
