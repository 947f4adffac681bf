using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>The body of a delivery, held within its limits; or the answer that refuses it, and the limit.</summary>
/// <param name="Bytes">None for a mere sign that something is new; null = refused.</param>
/// <param name="Refusal">Null = taken.</param>
/// <param name="Over">What it is over; null = nothing.</param>
internal sealed record DeliveredBody(byte[]? Bytes, IResult? Refusal = null, IngestionLimit? Over = null)
{
    private const int ChunkBytes = 16 * 1024;

    public static async Task<DeliveredBody> ReadAsync(HttpRequest request, WebSubOptions options, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(options.BodySeconds));
        try
        {
            return await TryReadAsync(request, options.MaxBodyBytes, patience.Token) is { } body
                ? new DeliveredBody(body)
                : new DeliveredBody(null, Problems.TooLarge($"The delivery is larger than {options.MaxBodyBytes:N0} bytes (WebSub:MaxBodyBytes)."), IngestionLimit.HubBodyBytes);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new DeliveredBody(null, Problems.RequestTimeout($"The body did not arrive within {options.BodySeconds:0.#} s (WebSub:BodySeconds)."), IngestionLimit.HubBodyTime);
        }
    }

    private static async Task<byte[]?> TryReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit)
            return null;

        using var body = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, ct)) > 0)
        {
            if (body.Length + read > limit)
                return null;

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}
