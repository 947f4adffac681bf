using System.Globalization;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>What is injected.</summary>
internal enum FaultKind
{
    ServiceKilled,
    BrokerStopped,
    BrokerKilled,
    BrokerReset,
    NetworkRefused,
    NetworkDropped,
    NetworkSilent,
    NetworkDelayed,
    FrameCut,
    StoreLocked,
    DiskFull,
    ClockStepped,
    ConsumerStopped,
}

/// <summary>How much is pushed and what is broken while it is; the same seed gives the same articles and the same order of faults.</summary>
internal sealed record FaultPlan
{
    private const string Variables = "NEWSPLATFORM_FAULTS_";

    public required int Seed { get; init; }

    /// <summary>Articles pushed by clients.</summary>
    public required int Articles { get; init; }

    /// <summary>Articles on a site that ingestion polls.</summary>
    public required int FeedArticles { get; init; }

    public required int Poison { get; init; }

    public required IReadOnlyDictionary<FaultKind, int> Faults { get; init; }

    /// <summary>The short form, unless <c>tests/run.sh --faults</c> asked for the full one.</summary>
    public static FaultPlan FromEnvironment()
    {
        var plan = Number("ARTICLES") is { } articles ? Full(Number("SEED") ?? 1, articles) : Short(Number("SEED") ?? 1);
        return Environment.GetEnvironmentVariable(Variables + "ONLY") is { Length: > 0 } only
            ? plan with { Faults = plan.Faults.Where(fault => only.Split(',').Contains(fault.Key.ToString(), StringComparer.OrdinalIgnoreCase)).ToDictionary() }
            : plan;
    }

    /// <summary>The faults in the order of the seed.</summary>
    public IReadOnlyList<FaultKind> Sequence()
    {
        var sequence = Faults.SelectMany(fault => Enumerable.Repeat(fault.Key, fault.Value)).ToArray();
        new Random(Seed).Shuffle(sequence);
        return sequence;
    }

    private static FaultPlan Short(int seed) => new()
    {
        Seed = seed,
        Articles = 300,
        FeedArticles = 40,
        Poison = 30,
        Faults = Enum.GetValues<FaultKind>().ToDictionary(kind => kind, kind => kind == FaultKind.ServiceKilled ? 3 : 1),
    };

    private static FaultPlan Full(int seed, int articles) => new()
    {
        Seed = seed,
        Articles = articles,
        FeedArticles = Math.Max(40, articles / 20),
        Poison = 120,
        Faults = new Dictionary<FaultKind, int>
        {
            [FaultKind.ServiceKilled] = 24,
            [FaultKind.BrokerStopped] = 2,
            [FaultKind.BrokerKilled] = 3,
            [FaultKind.BrokerReset] = 2,
            [FaultKind.NetworkRefused] = 2,
            [FaultKind.NetworkDropped] = 3,
            [FaultKind.NetworkSilent] = 2,
            [FaultKind.NetworkDelayed] = 2,
            [FaultKind.FrameCut] = 3,
            [FaultKind.StoreLocked] = 3,
            [FaultKind.DiskFull] = 2,
            [FaultKind.ClockStepped] = 4,
            [FaultKind.ConsumerStopped] = 3,
        },
    };

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variables + name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
