using System.Globalization;
using System.Threading.RateLimiting;
using NewsPlatform.Gateway.CheckKeys;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.LimitRate;

internal static class RateLimitRegistration
{
    public static void AddRateLimit(this IHostApplicationBuilder builder, RateLimitOptions options) =>
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options));
            limiter.OnRejected = async (rejected, ct) =>
            {
                rejected.HttpContext.RequestServices.GetRequiredService<GatewayMetrics>().Refused(RefusalReason.RateLimit);
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await TypedResults.Problem($"Too many requests: wait {wait} s (Retry-After), or use a key.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            };
        });

    private static RateLimitPartition<string> Partition(HttpContext context, RateLimitOptions options)
    {
        if (context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetNoLimiter("health");
        }

        return context.Features.Get<PresentedKey>()?.Key is { } key
            ? Bucket($"key {key.Name}", options.KeyPerSecond, options.KeyBurst)
            : Bucket($"address {context.Connection.RemoteIpAddress}", options.AnonymousPerSecond, options.AnonymousBurst);
    }

    private static RateLimitPartition<string> Bucket(string client, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
}
