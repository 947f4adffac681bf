namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>What all replicas know of the fetches from one registrable host.</summary>
internal sealed record HostTurn
{
    public required string Host { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    /// <summary>When the next fetch may begin.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Until when the site asked to be left alone.</summary>
    public DateTimeOffset? LeftAloneUntil { get; init; }

    /// <summary>Fetches under way.</summary>
    public IReadOnlyList<HostLease> Leases { get; init; } = [];

    /// <summary>From then on the row says nothing any more.</summary>
    public DateTimeOffset IdleAt => Leases.Select(lease => lease.Until).Append(NextAt).Append(LeftAloneUntil ?? NextAt).Max();
}

/// <summary>One fetch under way; should its process die, it counts until <paramref name="Until"/>.</summary>
internal sealed record HostLease(string Id, DateTimeOffset Until);

/// <summary>What one host is owed.</summary>
/// <param name="Concurrent">Fetches at a time.</param>
/// <param name="Gap">Between the beginnings of two fetches.</param>
/// <param name="Jitter">By what part of it a gap may be longer.</param>
/// <param name="Lease">How long a fetch may take.</param>
internal sealed record HostPolicy(int Concurrent, TimeSpan Gap, double Jitter, TimeSpan Lease)
{
    public TimeSpan LongestGap => Gap * (1 + Jitter);
}

/// <summary>Whose turn it is at a host.</summary>
internal static class HostTurnRules
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>The row with the fetch under way; or null and when to ask again.</summary>
    public static (HostTurn? Taken, DateTimeOffset Until) Take(HostTurn turn, string lease, HostPolicy policy, DateTimeOffset now, double chance)
    {
        var others = turn.Leases.Where(other => other.Until > now && other.Id != lease).ToList();
        var free = turn.LeftAloneUntil > turn.NextAt ? turn.LeftAloneUntil.Value : turn.NextAt;
        if (free > now)
            return (null, free);

        if (others.Count >= policy.Concurrent)
            return (null, now + (policy.Gap > LookAgain ? policy.Gap : LookAgain));

        var next = now + (policy.Gap * (1 + (policy.Jitter * chance)));
        return (turn with { NextAt = next, LeftAloneUntil = null, Leases = [.. others, new HostLease(lease, now + policy.Lease)] }, next);
    }

    /// <summary>The very same row where nothing is to be given back: it is not written then.</summary>
    public static HostTurn GiveBack(HostTurn turn, string lease) =>
        turn.Leases.Any(other => other.Id == lease) ? turn with { Leases = [.. turn.Leases.Where(other => other.Id != lease)] } : turn;

    /// <summary>Nobody asks before that time; an earlier, longer wish holds.</summary>
    public static HostTurn LeaveAlone(HostTurn turn, DateTimeOffset until) => turn.LeftAloneUntil >= until ? turn : turn with { LeftAloneUntil = until };
}
