using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>A site on the loopback address, whose pages the test writes.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public ConcurrentDictionary<string, SitePage> Pages { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The Authorization header of the last request.</summary>
    public string? LastAuthorization { get; private set; }

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public int RequestsOf(string path) => Requests.Count(request => request == path);

    public void PutArticle(string path, string title, string words = "") =>
        Pages[path] = new SitePage("text/html; charset=utf-8", $"""
            <html lang="en"><head><title>{title}</title></head><body><nav>Home News Sport</nav><article><h1>{title}</h1>
            <p>The harbour council of Lindmoor agreed on Tuesday to mend the old ferry pier before the winter storms come in. {words}</p>
            <p>Work begins next week, and the ferry will leave from the northern quay until the spring, said the harbour master.</p></article></body></html>
            """);

    public void PutFeed(params string[] paths) => Pages["/feed"] = new SitePage("application/rss+xml", $"""
        <rss version="2.0"><channel><title>Lindmoor Post</title><link>{Address}</link><description>News</description>
        {string.Concat(paths.Select(path => $"<item><title>Item {path}</title><link>{new Uri(Address, path)}</link><guid>{path}</guid></item>"))}
        </channel></rss>
        """)
    { ETag = $"\"{string.Join('-', paths)}\"" };

    /// <summary>A feed that names a hub and itself.</summary>
    public string FeedOf(Uri hub, params string[] paths) => $"""
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Lindmoor Post</title><link>{Address}</link><description>News</description>
        <atom:link rel="hub" href="{hub}"/><atom:link rel="self" href="{new Uri(Address, "/feed")}"/>
        {string.Concat(paths.Select(path => $"<item><title>Item {path}</title><link>{new Uri(Address, path)}</link><guid>{path}</guid></item>"))}
        </channel></rss>
        """;

    public void PutSitemap(params string[] paths) => Pages["/sitemap.xml"] = new SitePage("application/xml", $"""
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        {string.Concat(paths.Select(path => $"<url><loc>{new Uri(Address, path)}</loc><lastmod>2026-11-20T10:00:00Z</lastmod></url>"))}
        </urlset>
        """);

    public void PutListing(params string[] paths) => Pages["/news"] = new SitePage("text/html; charset=utf-8", $"""
        <html lang="en"><head><title>All news</title></head><body><nav><a href="/">Home</a></nav><main><ul class="list">
        {string.Concat(paths.Select(path => $"""<li class="entry"><span class="section">Local</span> <time datetime="2026-11-20T10:00:00Z">20.11.2026 10:00</time> <a href="{path}">A long enough headline of the story {path}</a><p>What the harbour council of Lindmoor decided about its ferry pier.</p></li>"""))}
        </ul></main></body></html>
        """);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        Requests.Enqueue(path);
        LastAuthorization = context.Request.Headers.Authorization;
        if (!Pages.TryGetValue(path, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (page.Answer is { } answer)
        {
            return answer(context);
        }

        if (page.ETag is not null && context.Request.Headers.IfNoneMatch == page.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = page.Status;
        context.Response.Headers.ETag = page.ETag;
        context.Response.ContentType = page.ContentType;
        return context.Response.WriteAsync(page.Body);
    }
}

internal sealed record SitePage(string ContentType, string Body)
{
    public string? ETag { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Answers in place of all else.</summary>
    public Func<HttpContext, Task>? Answer { get; init; }

    /// <summary>A page that only leads elsewhere.</summary>
    public static SitePage LeadsTo(string path, int status) => new("", "")
    {
        Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = path;
            return Task.CompletedTask;
        },
    };
}
