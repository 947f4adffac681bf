using System.Buffers;
using System.IO.Compression;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>A body, or the limit that it is over; the rest of it is then never read.</summary>
internal readonly record struct BodyRead(byte[]? Body, IngestionLimit? Over = null);

/// <summary>Reads a body and inflates it, both up to the limits.</summary>
internal static class BodyReader
{
    /// <summary>What we take; servers that pack without being asked are understood all the same.</summary>
    public const string AcceptEncoding = "gzip, br, deflate";

    private const int ChunkBytes = 64 * 1024;

    // A small page of one letter packs well without meaning harm.
    private const int RatioCountsFrom = 1024 * 1024;

    private const int MostLayers = 3;

    /// <exception cref="InvalidDataException">The body is packed in a way that is not known, or is damaged.</exception>
    public static async Task<BodyRead> ReadAsync(HttpResponseMessage response, FetchingOptions options, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > options.MaxBodyBytes)
        {
            return new BodyRead(null, IngestionLimit.BodyBytes);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var read = await ReadAsync(stream, options.MaxBodyBytes, double.PositiveInfinity, ct);
        var layers = Layers(response);
        for (var layer = layers.Count - 1; layer >= 0 && read.Body is { Length: > 0 } packed; layer--)
        {
            await using var inflating = Inflating(layers[layer], packed);
            var most = Math.Max(RatioCountsFrom, packed.Length * options.MaxInflateRatio);
            read = inflating is null ? read : await ReadAsync(inflating, options.MaxBodyBytes, most, ct);
        }

        return read;
    }

    private static async Task<BodyRead> ReadAsync(Stream stream, int maxBytes, double maxOfRatio, CancellationToken ct)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            using var body = new MemoryStream();
            while (await stream.ReadAsync(chunk, ct) is > 0 and var read)
            {
                if (body.Length + read > Math.Min(maxBytes, maxOfRatio))
                {
                    return new BodyRead(null, maxOfRatio < maxBytes ? IngestionLimit.InflateRatio : IngestionLimit.BodyBytes);
                }

                body.Write(chunk, 0, read);
            }

            return new BodyRead(body.ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static List<string> Layers(HttpResponseMessage response)
    {
        var layers = response.Content.Headers.ContentEncoding.Select(word => word.ToLowerInvariant()).ToList();
        return layers.Count <= MostLayers ? layers : throw new InvalidDataException($"It is packed {layers.Count} times over.");
    }

    // A charset or another mistake in the place of an encoding packs nothing.
    private static Stream? Inflating(string encoding, byte[] packed) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(new MemoryStream(packed), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress),
        "deflate" => IsZlib(packed) ? new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress) : new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress),
        "compress" or "x-compress" or "zstd" or "dcb" or "dcz" => throw new InvalidDataException($"It is packed as {encoding}, which was not asked for."),
        _ => null,
    };

    // RFC 9110 means zlib by deflate; some servers send it bare.
    private static bool IsZlib(byte[] packed) => packed.Length > 1 && (packed[0] & 0x0F) == 8 && ((packed[0] << 8) | packed[1]) % 31 == 0;
}
