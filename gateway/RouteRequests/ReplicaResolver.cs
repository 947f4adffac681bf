using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>The addresses of a host name, as <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/> gives them.</summary>
internal delegate Task<IPAddress[]> HostLookup(string host, CancellationToken ct);

/// <summary>
/// Every address behind a service's name is a replica of it, looked up again every few seconds: compose and headless services give one name to many.
/// A name that is unknown just now stays as it is, so that the gateway starts and serves the rest.
/// </summary>
internal sealed class ReplicaResolver(HostLookup lookup, TimeProvider clock) : IDestinationResolver
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        foreach (var (id, destination) in destinations)
        {
            var service = new Uri(destination.Address);
            foreach (var address in await AddressesAsync(service, cancellationToken))
            {
                found[address is null ? id : $"{id}[{address}]"] = address is null ? destination : destination with { Address = At(service, address) };
            }
        }

        // Ends by its own timer; YARP asks again when it fires.
        var expiry = new CancellationTokenSource(Period, clock);
        return new ResolvedDestinationCollection(found, new CancellationChangeToken(expiry.Token));
    }

    // Null = by its name. A certificate names the host, so https stays with it.
    private async Task<IReadOnlyList<IPAddress?>> AddressesAsync(Uri service, CancellationToken ct)
    {
        if (service.Scheme != Uri.UriSchemeHttp || service.HostNameType != UriHostNameType.Dns)
        {
            return [null];
        }

        try
        {
            var addresses = await lookup(service.IdnHost, ct);
            return addresses.Length > 0 ? [.. addresses] : [null];
        }
        catch (SocketException)
        {
            return [null];
        }
    }

    private static string At(Uri service, IPAddress address) =>
        new UriBuilder(service) { Host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString() }.Uri.AbsoluteUri;
}
