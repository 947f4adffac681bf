namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>What this process remembers of hosts: until when they are busy, and the end of the line of those whom it told to come again. Forgetting costs a look at the store.</summary>
internal sealed class HostLine
{
    private const int MaxHosts = 10_000;

    private readonly Dictionary<string, (DateTimeOffset Busy, DateTimeOffset Tail)> _hosts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Null when nothing is known that speaks against asking the store.</summary>
    public DateTimeOffset? BusyUntil(string host, DateTimeOffset now)
    {
        lock (_gate)
            return _hosts.TryGetValue(host, out var known) && known.Busy > now ? known.Busy : null;
    }

    public void Note(string host, DateTimeOffset busyUntil)
    {
        lock (_gate)
        {
            if (_hosts.Count >= MaxHosts && !_hosts.ContainsKey(host))
                _hosts.Clear();

            _hosts[host] = (busyUntil, _hosts.GetValueOrDefault(host).Tail);
        }
    }

    /// <summary>A place at the end of the line: not before that time, and one gap behind the last one.</summary>
    public DateTimeOffset Queue(string host, DateTimeOffset notBefore, TimeSpan gap)
    {
        lock (_gate)
        {
            var (busy, tail) = _hosts.GetValueOrDefault(host);
            var place = tail + gap > notBefore ? tail + gap : notBefore;
            _hosts[host] = (busy, place);
            return place;
        }
    }
}
