using System.Net;
using System.Net.Sockets;

namespace NewsPlatform.Hosting.Outbound;

/// <summary>Which addresses may be connected to: the public internet, and the networks that the configuration allows by name.</summary>
public sealed class AddressRules(IReadOnlyList<IPNetwork> allowed)
{
    // IANA special-purpose registries; metadata services are 169.254.169.254, fd00:ec2::254, 100.100.100.200 (inside these) and 168.63.129.16.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:db8::/32", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>An IPv6 address that carries an IPv4 one is judged by the latter.</summary>
    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var real = Carried(address);
        return Contains(allowed, real) || (!Contains(NotPublic, real) && (real.Equals(address) || !Contains(NotPublic, address)));
    }

    private static bool Contains(IReadOnlyList<IPNetwork> networks, IPAddress address) => networks.Any(network => network.Contains(address));

    private static IPAddress Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        var isOwn = address.Equals(IPAddress.IPv6Loopback) || address.Equals(IPAddress.IPv6Any);
        return SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : Nat64.Contains(address) || (Compatible.Contains(address) && !isOwn) ? new IPAddress(bytes.AsSpan(12, 4))
            : address;
    }
}
