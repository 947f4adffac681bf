using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsPlatform.Hosting.NewsApi;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Http;

/// <summary>Turns what no endpoint answered into problem details.</summary>
internal static class ErrorAnswers
{
    public static void AddErrorAnswers(this IServiceCollection services)
    {
        // The first writer that can, writes: a dialect of its own stands before the usual one.
        services.AddSingleton<IProblemDetailsWriter, NewsApiProblems>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= StatusSentences.Of(context.HttpContext));
        services.AddExceptionHandler<SentenceForException>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseErrorAnswers(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}

internal sealed partial class SentenceForException(IProblemDetailsService problems, ILogger<SentenceForException> logger) : IExceptionHandler
{
    private const string SecondsUntilNextTry = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            BadHttpRequestException { InnerException: JsonException malformed } bad => (bad.StatusCode, Sentence(malformed)),
            BadHttpRequestException bad => (bad.StatusCode, Sentence(bad)),
            _ when StoreTrouble.IsPassing(exception) => (StatusCodes.Status503ServiceUnavailable, "The store takes or gives nothing now; nothing was half stored: try again in a few seconds (Retry-After)."),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, "The client went away."),
            _ => (StatusCodes.Status500InternalServerError, "The service failed on this request; the log of this time says why. Nothing was half stored; try again."),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            LogFailure(exception, httpContext.Request.Method, httpContext.Request.Path);
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            LogAway(httpContext.Request.Method, httpContext.Request.Path, exception.Message);
            httpContext.Response.Headers.RetryAfter = SecondsUntilNextTry;
        }

        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }

    private static string Sentence(JsonException malformed) =>
        $"The body is no JSON that this operation takes: look at line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}{(malformed.Path is { Length: > 1 } path ? $", at {path}" : "")}.";

    // ASP.NET's words for an empty body and for the JSON null name a parameter of the code.
    private static string Sentence(BadHttpRequestException bad) => bad.Message.Contains("no body was provided", StringComparison.Ordinal)
        ? "The body is empty: send a JSON object."
        : $"{bad.Message.TrimEnd('.')}.";

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} could not be served by the store: {Reason}")]
    private partial void LogAway(string method, string path, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailure(Exception exception, string method, string path);
}
