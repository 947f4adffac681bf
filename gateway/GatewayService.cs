using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Gateway.CheckKeys;
using NewsPlatform.Gateway.DescribeApi;
using NewsPlatform.Gateway.LimitRate;
using NewsPlatform.Gateway.RouteRequests;
using NewsPlatform.Gateway.SpeakNewsApi;
using NewsPlatform.Gateway.SpeakReader;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway;

/// <summary>The one public door: routes, keys, rate limit, headers, the merged API description.</summary>
public static class GatewayService
{
    /// <summary>Port on 127.0.0.1 unless the configuration names addresses.</summary>
    public const int DefaultPort = 8080;

    /// <summary>Registers the gateway; its services' addresses, keys and limits come from the section <c>Gateway</c>.</summary>
    public static IHostApplicationBuilder AddGateway(this IHostApplicationBuilder builder)
    {
        var options = builder.AddValidatedOptions<GatewayOptions>(GatewayOptions.Section);
        builder.AddRouting(options);
        builder.AddRateLimit(options.RateLimit);
        builder.Services.AddSingleton<GatewayMetrics>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<KeyUsage>();
        builder.Services.AddSingleton<ApiDescription>();
        builder.Services.AddHttpClient();
        builder.AddCompression();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD", "OPTIONS")));
        builder.Services.AddHealthChecks().AddCheck<ServicesHealthCheck>("services", tags: [HealthTags.Ready]);
        return builder;
    }

    /// <summary>Maps everything that clients reach.</summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<NewsApiPath>();
        app.UseMiddleware<ReaderPath>();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<KeyRecognition>();
        app.UseRateLimiter();
        app.UseMiddleware<KeyCheck>();
        app.MapApiDescription();
        app.MapClientLogin();
        app.MapEventDescription();
        app.MapRouting();
        app.Map("/api/{**rest}", NoOperation).ExcludeFromDescription();
        // The services' metrics stand on their own, internal ports; through the site's route, which takes every path, they would be public.
        app.Map("/metrics/{**rest}", () => Problems.NotFound("There are no metrics here.")).ExcludeFromDescription();
        app.MapRead("/openapi/{**rest}", NoOperation).ExcludeFromDescription();
        app.Map("/v2/{**rest}", NoOperation).ExcludeFromDescription();
        return app;
    }

    private static ProblemHttpResult NoOperation(HttpRequest request, HttpResponse response)
    {
        if (RouteMatcher.MethodsOf(request.Path) is not { Count: > 0 } methods)
        {
            return Problems.NotFound($"There is no operation {request.Method} {request.Path}: {ApiDescription.Path} lists them all.");
        }

        response.Headers.Allow = string.Join(", ", methods);
        return Problems.MethodNotAllowed($"{request.Path} does not take {request.Method}, only {string.Join(", ", methods)}: {ApiDescription.Path} lists the operations.");
    }
}
