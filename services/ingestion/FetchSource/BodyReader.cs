using System.Buffers;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Reads a body up to the limit, counted after inflating.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Null when the body is over the limit; the rest of it is never read.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return null;
        }

        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            using var body = new MemoryStream();
            while (await stream.ReadAsync(chunk, ct) is > 0 and var read)
            {
                if (body.Length + read > maxBytes)
                {
                    return null;
                }

                body.Write(chunk, 0, read);
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
