using System.Net;
using System.Net.Sockets;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Opens the connections of the fetcher: the name is resolved here and the very address that is connected to is checked, so that no second look-up can change it.</summary>
internal sealed class GuardedConnector(AddressRules rules, IAddressBook names)
{
    /// <exception cref="AddressNotAllowedException">The host has no address that may be fetched from.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = await ResolveAsync(endpoint.Host, ct);
        var open = addresses.Where(rules.Allows).ToArray();
        if (open.Length == 0)
        {
            throw new AddressNotAllowedException(endpoint.Host, addresses.FirstOrDefault());
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, endpoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        var name = host.TrimEnd('.');
        if (IPAddress.TryParse(name.Trim('[', ']'), out var literal))
        {
            return [literal];
        }

        // RFC 6761: these names are this machine, whatever a resolver would say.
        var isLocal = name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        return isLocal ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : await names.ResolveAsync(name, ct);
    }
}

/// <summary>The host's address is not public and not in <see cref="FetchingOptions.AllowedNetworks"/>.</summary>
internal sealed class AddressNotAllowedException(string host, IPAddress? address)
    : Exception($"{host} is at {address?.ToString() ?? "no address"}, which is not a public address: add its network to Fetching:AllowedNetworks if it is meant.");
