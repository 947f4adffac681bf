namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Bounds what runs at a time, in all and per host. Used by one loop: taken there, given back from anywhere.</summary>
internal sealed class WorkSlots(int inAll, int perHost)
{
    private readonly Dictionary<string, int> _byHost = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public int Free
    {
        get
        {
            lock (_gate)
                return inAll - _running.Count;
        }
    }

    /// <summary>False when this work runs already or there is no slot for it.</summary>
    public bool TryTake(string workId, string host)
    {
        lock (_gate)
        {
            if (_running.Count >= inAll || _byHost.GetValueOrDefault(host) >= perHost || !_running.Add(workId))
                return false;

            _byHost[host] = _byHost.GetValueOrDefault(host) + 1;
            return true;
        }
    }

    public void GiveBack(string workId, string host)
    {
        lock (_gate)
        {
            _running.Remove(workId);
            if (--_byHost[host] == 0)
                _byHost.Remove(host);
        }
    }
}
