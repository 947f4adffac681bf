using Microsoft.Net.Http.Headers;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The body of a push, held within its limit.</summary>
internal static class PushedBody
{
    /// <summary>The bytes, or the answer that refuses them.</summary>
    public static async Task<(byte[] Body, IResult? Refusal)> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        var tooLarge = Problems.TooLarge($"The body is larger than {limit:N0} bytes: shorten the article or push it in parts.");
        if (request.ContentLength > limit)
            return ([], tooLarge);

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > limit)
                return ([], tooLarge);

            body.Write(buffer, 0, read);
        }

        return body.Length > 0 ? (body.ToArray(), null) : ([], Problems.BadRequest("The body is empty: send the article as HTML, plain text or JSON."));
    }

    /// <summary>The media type in lower case; empty when there is none.</summary>
    public static string MediaTypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.ToString().ToLowerInvariant() : string.Empty;
}
