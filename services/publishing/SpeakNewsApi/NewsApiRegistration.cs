using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Publishing.SpeakNewsApi;

internal static class NewsApiRegistration
{
    /// <summary>Adds what answers <c>/v2</c>.</summary>
    public static IServiceCollection AddNewsApi(this IServiceCollection services) => services
        .AddSingleton<NewsApiSourceReader>()
        .AddSingleton<NewsApi>();

    /// <summary>Maps <c>/v2</c>; its description is NewsAPI's own, so it does not stand in ours.</summary>
    public static void MapNewsApi(this IEndpointRouteBuilder app)
    {
        var dialect = app.MapGroup(NewsApiDialect.Root.Value!).ExcludeFromDescription();
        dialect.MapRead("/everything", (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.EverythingAsync(request, ct));
        dialect.MapRead("/top-headlines", (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.HeadlinesAsync(request, ct));
        dialect.MapRead("/top-headlines/sources", (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.SourcesAsync(request, ct));
        dialect.MapRead("/sources", (HttpRequest request, [FromServices] NewsApi news, CancellationToken ct) => news.SourcesAsync(request, ct));
        dialect.MapRead("/{**rest}", (HttpRequest request) =>
            NewsApiDialect.Error(StatusCodes.Status404NotFound, NewsApiCodes.UnexpectedError, $"There is nothing at {request.Path}: ask /v2/everything, /v2/top-headlines or /v2/sources."));
    }
}
