using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace NewsPlatform.Hosting.Http;

/// <summary>A document with an ETag over its bytes and a Last-Modified: 304 without a body when the client holds it already.</summary>
/// <remarks>The tag is weak, for the gateway may compress the same document in several ways.</remarks>
public sealed class TaggedContent(byte[] content, string contentType, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>Withdrawals must reach readers at once, so by default every copy is checked before use.</summary>
    public string CacheControl { get; init; } = "no-cache";

    /// <summary>Request headers on which the content depends.</summary>
    public string? Vary { get; init; }

    public static TaggedContent Json<T>(T value) => Json(value, typeof(T));

    /// <summary>A value as JSON in the platform's dialect.</summary>
    public static TaggedContent Json(object? value, Type type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type, JsonDefaults.Options), "application/json; charset=utf-8");

    public static TaggedContent Text(string text, string contentType, int status = StatusCodes.Status200OK) => new(Encoding.UTF8.GetBytes(text), contentType, status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = CacheControl;
        if (Vary is not null)
        {
            response.Headers.Vary = Vary;
        }

        if (status == StatusCodes.Status200OK && IsHeld(httpContext))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }

    // If-None-Match is the exact one of the two: If-Modified-Since does not count beside it (RFC 9110, 13.2.2).
    private bool IsHeld(HttpContext context)
    {
        var hash = SHA256.HashData(content);
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, 12))}\"", isWeak: true);
        var times = context.RequestServices.GetRequiredService<AnswerTimes>();
        var since = times.Note(context.Request, hash);
        context.Response.Headers.ETag = tag.ToString();
        if (since is { } time)
        {
            context.Response.GetTypedHeaders().LastModified = time;
        }

        var isHeld = context.Request.Headers.IfNoneMatch.Count > 0
            ? Holds(context.Request, tag)
            : context.Request.GetTypedHeaders().IfModifiedSince >= since;
        times.Answered(isHeld);
        return isHeld;
    }

    private static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
