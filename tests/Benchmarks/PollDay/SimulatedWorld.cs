using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.PollDay;

/// <summary>Invents publishers: lists of 10 to 50 items, 0.02 to 12 items an hour, ups and downs through the day, hours that bring more than the others; from one source on a host to 205.</summary>
/// <param name="seed">The same seed, the same world.</param>
/// <param name="surge">How many times its usual pace a source's fastest hour may bring.</param>
internal sealed class SimulatedWorld(int seed, double surge)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(30);

    // Minutes: what owners ask for.
    private static readonly int[] Intervals = [5, 10, 15, 15, 15, 30, 60];

    private readonly Random _random = new(seed);

    public static DateTimeOffset Start { get; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<SimulatedSource> Sources(int count) => [.. Hosts(count).Select((host, number) => Make(number, host))];

    private IEnumerable<int> Hosts(int count)
    {
        for (var (host, made) = (0, 0); made < count; host++)
        {
            var sources = host == 0 ? Math.Min(205, count / 10) : host <= 20 ? 25 : 1 + _random.Next(4);
            for (var left = sources; left > 0 && made < count; left--, made++)
                yield return host;
        }
    }

    private SimulatedSource Make(int number, int host)
    {
        var row = new Source
        {
            Id = $"source-{number}",
            Name = $"Source {number}",
            Kind = SourceKind.Feed,
            Url = new Uri($"https://n{number % 7}.post-{host}.example/feed-{number}"),
            IntervalMinutes = Intervals[_random.Next(Intervals.Length)],
            NextAttemptAt = Start + TimeSpan.FromMinutes(15 * _random.NextDouble()),
            CreatedAt = Start,
        };
        return new SimulatedSource(row, 10 + _random.Next(41), Times());
    }

    private DateTimeOffset[] Times()
    {
        var perHour = 0.02 * Math.Pow(600, _random.NextDouble());
        var peak = _random.Next(24);
        var fastest = _random.Next(24);
        var times = new List<DateTimeOffset>();
        for (var time = Start - TimeSpan.FromHours(Math.Min(Before.TotalHours, 200 / perHour)); time < Start.AddDays(1);)
        {
            var rhythm = 1 + (0.7 * Math.Cos((time.Hour - peak) * Math.PI / 12));
            var rate = perHour * rhythm * (time >= Start && time.Hour == fastest ? surge : 1);
            time += TimeSpan.FromHours(-Math.Log(1 - _random.NextDouble()) / rate);
            times.Add(time);
        }

        return [.. times];
    }
}
