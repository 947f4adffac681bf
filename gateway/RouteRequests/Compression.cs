using Microsoft.AspNetCore.ResponseCompression;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>Answers in Brotli or gzip for those who take it. The event stream stays as it is: it would wait in the compressor's buffer.</summary>
internal static class Compression
{
    private static readonly string[] Types =
    [
        "text/html", "text/css", "text/plain", "text/xml", "text/javascript", "application/json", "application/xml", "application/problem+json", "application/ld+json",
        "application/rss+xml", "application/atom+xml", "application/feed+json", "image/svg+xml",
    ];

    /// <summary>Compresses over https too: answers hold nothing secret beside what a stranger may write into them (BREACH).</summary>
    public static void AddCompression(this IHostApplicationBuilder builder) => builder.Services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = Types;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });
}
