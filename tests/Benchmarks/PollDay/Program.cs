using System.Diagnostics;
using System.Globalization;
using NewsPlatform.PollDay;

// A day of polling on virtual time: an ordinary one, and one on which a source's fastest hour brings ten times its usual pace.
var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
var isWell = true;
foreach (var (name, surge) in new[] { ("An ordinary day", 2.0), ("A wild day", 10.0) })
{
    var watch = Stopwatch.StartNew();
    var sources = new SimulatedWorld(seed: 4, surge).Sources(count);
    var day = new SimulatedDay(sources, seed: 5);
    await day.RunAsync();
    var figures = new DayFigures(sources, day);
    Console.WriteLine($"{name} (fastest hour: {surge:0} times the usual)\n{figures.Lines(watch.Elapsed)}\n");
    isWell &= figures.EveryHostInPeace && (surge > 2 || figures.MissedBeyondFloor * 100_000L <= day.Delays.Count);
}

return isWell ? 0 : 1;
