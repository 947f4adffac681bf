using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.Tests.FetchSource;

/// <summary>A resolver whose names the test gives; each look-up takes the next of a name's addresses, the last one for ever.</summary>
internal sealed class FixedNames : IAddressBook
{
    private readonly ConcurrentDictionary<string, Queue<IPAddress>> _names = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<string> Asked { get; } = [];

    public FixedNames With(string name, params string[] addresses)
    {
        _names[name] = new Queue<IPAddress>(addresses.Select(IPAddress.Parse));
        return this;
    }

    public Task<IPAddress[]> ResolveAsync(string name, CancellationToken ct)
    {
        Asked.Enqueue(name);
        if (!_names.TryGetValue(name, out var addresses))
            throw new SocketException((int)SocketError.HostNotFound);

        lock (addresses)
            return Task.FromResult<IPAddress[]>([addresses.Count > 1 ? addresses.Dequeue() : addresses.Peek()]);
    }
}
