using System.IO.Compression;

namespace NewsPlatform.Ingestion.ReadFeed.Sitemaps;

/// <summary>Sitemaps that are files packed with gzip, which no HTTP header tells.</summary>
internal static class PackedSitemap
{
    public static byte[] Unpack(byte[] body, FeedLimits limits)
    {
        BodyRules.Check(body, limits);
        if (body is not [0x1F, 0x8B, ..])
        {
            return body;
        }

        try
        {
            using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            var inflated = new MemoryStream();
            var chunk = new byte[64 * 1024];
            while (inflated.Length <= limits.MaxBytes && gzip.Read(chunk) is > 0 and var read)
            {
                inflated.Write(chunk, 0, read);
            }

            var document = inflated.ToArray();
            BodyRules.Check(document, limits);
            return document;
        }
        catch (InvalidDataException problem)
        {
            throw new UnreadableFeedException("The document is packed with gzip and damaged.", problem);
        }
    }
}
