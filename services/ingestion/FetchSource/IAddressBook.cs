using System.Net;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Knows the addresses of names.</summary>
internal interface IAddressBook
{
    /// <exception cref="System.Net.Sockets.SocketException">The name has none.</exception>
    Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct);
}

/// <summary>Asks the machine's resolver.</summary>
internal sealed class DnsAddressBook : IAddressBook
{
    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct) => Dns.GetHostAddressesAsync(name, ct);
}
