using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Hosting.Http;

/// <summary>The sentence of an error that no endpoint has put into words.</summary>
internal static class StatusSentences
{
    /// <summary>Null for a status that needs none.</summary>
    public static string? Of(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {request.Path}: check the address.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}, only {response.Headers.Allow}.",
            StatusCodes.Status415UnsupportedMediaType => $"Content-Type is '{request.ContentType}': send application/json.",
            StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout =>
                "The service that answers this does not answer now: try again soon.",
            _ => null,
        };
    }
}
