using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>A site on the loopback address with one feed that grows, and a page for each item.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly InventedNews _news;
    private ImmutableList<InventedArticle> _listed = [];

    private FeedSite(WebApplication app, InventedNews news) => (_app, _news) = (app, news);

    public Uri Feed => new($"{_app.Urls.First()}/feed.xml");

    public int Count => _listed.Count;

    public static async Task<FeedSite> StartAsync(InventedNews news)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new FeedSite(app, news);
        app.MapGet("/feed.xml", () => Results.Text(site.FeedText(), "application/rss+xml", System.Text.Encoding.UTF8));
        app.MapGet("/news/{number:int}", (int number) => site._listed.Count > number ? Results.Text(PageOf(site._listed[number]), "text/html", System.Text.Encoding.UTF8) : Results.NotFound());
        await app.StartAsync();
        return site;
    }

    /// <summary>Puts so many new articles on the feed; the ledger owes them from then on.</summary>
    public void Grow(int articles, ArticleLedger ledger)
    {
        for (var i = 0; i < articles; i++)
        {
            var number = _listed.Count;
            var url = string.Create(CultureInfo.InvariantCulture, $"{_app.Urls.First()}/news/{number}");

            // Numbers that no pushed article has.
            var article = _news.Write(900_000 + number, 1, url);
            ledger.Listed(article);
            _listed = _listed.Add(article);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string FeedText() => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Loopback News</title><link>{_app.Urls.First()}</link><description>News</description>
        {string.Concat(_listed.Select(article => $"<item><title>{WebUtility.HtmlEncode(article.Title)}</title><link>{article.Url}</link><guid>{article.Url}</guid></item>\n"))}
        </channel></rss>
        """;

    private static string PageOf(InventedArticle article) => $"""
        <html><head><title>{WebUtility.HtmlEncode(article.Title)}</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>{WebUtility.HtmlEncode(article.Title)}</h1>
        {string.Concat(article.Paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"))}
        </article></main></body></html>
        """;
}
