using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Ingestion.Tests.PollSources;

/// <summary>Bodies as sites pack them.</summary>
internal static class PackedBody
{
    public static byte[] Of(Func<Stream, Stream> pack, byte[] body)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(body);

        return packed.ToArray();
    }

    public static async Task SendAsync(HttpContext context, string packing, byte[] packed)
    {
        context.Response.Headers.ContentEncoding = packing;
        context.Response.ContentType = "application/rss+xml";
        await context.Response.Body.WriteAsync(packed);
    }
}
