namespace NewsPlatform.PollDay;

/// <summary>What the hosts see of us, kept by themselves: how many requests at a time, and how long between two.</summary>
internal sealed class HostWatch
{
    private readonly Dictionary<string, (DateTimeOffset Last, int Running)> _hosts = new(StringComparer.Ordinal);

    public int Requests { get; private set; }

    public int MostAtATime { get; private set; }

    public TimeSpan ShortestGap { get; private set; } = TimeSpan.MaxValue;

    public int Hosts => _hosts.Count;

    public void Begins(Uri address, DateTimeOffset now)
    {
        var host = HostOf(address);
        var isKnown = _hosts.TryGetValue(host, out var seen);
        Requests++;
        MostAtATime = Math.Max(MostAtATime, seen.Running + 1);
        if (isKnown && now - seen.Last < ShortestGap)
            ShortestGap = now - seen.Last;

        _hosts[host] = (now, seen.Running + 1);
    }

    public void Ends(Uri address)
    {
        var seen = _hosts[HostOf(address)];
        _hosts[HostOf(address)] = seen with { Running = seen.Running - 1 };
    }

    private static string HostOf(Uri address) => string.Join('.', address.Host.Split('.')[^2..]);
}
