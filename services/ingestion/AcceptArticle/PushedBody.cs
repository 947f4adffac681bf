using Microsoft.Net.Http.Headers;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The body of a push, held within its limit.</summary>
internal static class PushedBody
{
    /// <summary>The bytes, or the answer that refuses them.</summary>
    public static async Task<(byte[] Body, IResult? Refusal)> ReadAsync(HttpRequest request, IntakeOptions options, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.BodySeconds));
        try
        {
            return await ReadAsync(request, options.MaxPushBytes, patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ([], Problems.RequestTimeout($"The body did not arrive within {options.BodySeconds:0.#} s (Intake:BodySeconds): send it again."));
        }
    }

    /// <summary>True when the request says itself that its body is over the limit.</summary>
    public static bool IsDeclaredTooLarge(HttpRequest request, int limit) => request.ContentLength > limit;

    public static IResult TooLarge(int limit) => Problems.TooLarge($"The body is larger than {limit:N0} bytes: shorten the article or push it in parts.");

    /// <summary>The media type in lower case; empty when there is none.</summary>
    public static string MediaTypeOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.ToString().ToLowerInvariant() : string.Empty;

    private static async Task<(byte[] Body, IResult? Refusal)> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + read > limit)
                return ([], TooLarge(limit));

            body.Write(buffer, 0, read);
        }

        return body.Length > 0 ? (body.ToArray(), null) : ([], Problems.BadRequest("The body is empty: send the article as HTML, plain text or JSON."));
    }
}
