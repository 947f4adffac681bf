using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.Http;

/// <summary>A document with an ETag over its bytes: 304 without a body when the client holds it already.</summary>
internal sealed class TaggedContent(byte[] content, string contentType, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>Withdrawals must reach readers at once, so by default every copy is checked before use.</summary>
    public string CacheControl { get; init; } = "no-cache";

    /// <summary>Request headers on which the content depends.</summary>
    public string? Vary { get; init; }

    public static TaggedContent Json<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, JsonDefaults.Options), "application/json; charset=utf-8");

    public static TaggedContent Text(string text, string contentType, int status = StatusCodes.Status200OK) => new(Encoding.UTF8.GetBytes(text), contentType, status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = CacheControl;
        if (Vary is not null)
        {
            response.Headers.Vary = Vary;
        }

        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 12))}\"");
        if (status == StatusCodes.Status200OK)
        {
            response.Headers.ETag = tag.ToString();
            var isHeld = Holds(request, tag);
            httpContext.RequestServices.GetRequiredService<PublishingMetrics>().Answered(isHeld);
            if (isHeld)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }

    private static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
