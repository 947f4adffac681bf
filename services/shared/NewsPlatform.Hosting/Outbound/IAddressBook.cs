using System.Net;

namespace NewsPlatform.Hosting.Outbound;

/// <summary>Knows the addresses of names.</summary>
public interface IAddressBook
{
    /// <exception cref="System.Net.Sockets.SocketException">The name has none.</exception>
    Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct);
}

/// <summary>Asks the machine's resolver.</summary>
public sealed class DnsAddressBook : IAddressBook
{
    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct) => Dns.GetHostAddressesAsync(name, ct);
}
