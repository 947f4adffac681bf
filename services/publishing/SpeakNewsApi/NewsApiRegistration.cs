using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Publishing.SpeakNewsApi;

internal static class NewsApiRegistration
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what answers <c>/v2</c>.</summary>
    public static IServiceCollection AddNewsApi(this IServiceCollection services) => services
        .AddSingleton<NewsApiSourceReader>()
        .AddSingleton<NewsApi>();

    /// <summary>Maps <c>/v2</c>; its description is NewsAPI's own, so it does not stand in ours.</summary>
    public static void MapNewsApi(this IEndpointRouteBuilder app)
    {
        var dialect = app.MapGroup(NewsApiDialect.Root.Value!).ExcludeFromDescription();
        dialect.MapMethods("/everything", Reads, (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.EverythingAsync(request, ct));
        dialect.MapMethods("/top-headlines", Reads, (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.HeadlinesAsync(request, ct));
        dialect.MapMethods("/top-headlines/sources", Reads, (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.SourcesAsync(request, ct));
        dialect.MapMethods("/sources", Reads, (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.SourcesAsync(request, ct));
        dialect.MapMethods("/{**rest}", Reads, (HttpRequest request) =>
            NewsApiDialect.Error(StatusCodes.Status404NotFound, NewsApiCodes.UnexpectedError, $"There is nothing at {request.Path}: ask /v2/everything, /v2/top-headlines or /v2/sources."));
    }
}
