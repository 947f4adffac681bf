using System.Diagnostics;
using System.Net;
using System.Text;
using NewsPlatform.Hosting.Outbound;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>The one HTTP handler of the process, with nothing left to defaults that could change.</summary>
internal static class FetchingHandler
{
    private static readonly TimeSpan AddressLifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Create(FetchingOptions options, GuardedConnector connector) => new()
    {
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(options.ConnectSeconds),
        // BodyReader inflates, within limits.
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would connect in our place, past the check of the address.
        UseProxy = false,
        MaxResponseHeadersLength = options.MaxHeaderKiB,
        // Sites redirect to addresses in their own script without escaping them.
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        MaxConnectionsPerServer = options.MaxConnectionsPerHost,
        PooledConnectionLifetime = AddressLifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        EnableMultipleHttp2Connections = false,
        // Our trace ids are no business of other people's sites.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };
}
