using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Hosting.NewsApi;

/// <summary>Writes a body with the headers of the contract.</summary>
internal sealed class NewsApiAnswer<T>(T body, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, JsonDefaults.Options);
        httpContext.Response.StatusCode = status;
        NewsApiDialect.SetHeaders(httpContext.Response);
        httpContext.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
