using System.Net;
using System.Net.Sockets;

namespace NewsPlatform.Hosting.Outbound;

/// <summary>Opens connections to addresses that others gave: the name is resolved here and the very address that is connected to is checked, so that no second look-up can change it.</summary>
/// <param name="rules">Which addresses may be connected to.</param>
/// <param name="names">Asked for a name's addresses.</param>
/// <param name="setting">Key of the configuration that allows further networks, for the sentence of a refusal.</param>
public sealed class GuardedConnector(AddressRules rules, IAddressBook names, string setting)
{
    /// <exception cref="AddressNotAllowedException">The host has no address that may be connected to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var endpoint = context.DnsEndPoint;
        var addresses = TryRead(endpoint.Host) ?? await names.ResolveAsync(endpoint.Host.TrimEnd('.'), ct);
        var open = addresses.Where(rules.Allows).ToArray();
        if (open.Length == 0)
        {
            throw Refusal(endpoint.Host, addresses);
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

    /// <summary>The sentence of a refusal that needs no look-up: of an address written as such, and of this machine's own names. Null = the connection decides.</summary>
    public string? Problem(string host) =>
        TryRead(host) is { } addresses && !addresses.Any(rules.Allows) ? Refusal(host, addresses).Message : null;

    private AddressNotAllowedException Refusal(string host, IPAddress[] addresses) =>
        new($"{host} is at {addresses.FirstOrDefault()?.ToString() ?? "no address"}, which is not a public address: add its network to {setting} if it is meant.");

    // Null for a name that the resolver knows.
    private static IPAddress[]? TryRead(string host)
    {
        var name = host.TrimEnd('.');
        if (IPAddress.TryParse(name.Trim('[', ']'), out var literal))
        {
            return [literal];
        }

        // RFC 6761: these names are this machine, whatever a resolver would say.
        var isLocal = name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        return isLocal ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : null;
    }
}

/// <summary>The host's address is not public and in none of the networks that the configuration allows.</summary>
public sealed class AddressNotAllowedException : Exception
{
    public AddressNotAllowedException()
    {
    }

    public AddressNotAllowedException(string message) : base(message)
    {
    }

    public AddressNotAllowedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
