using System.Diagnostics;
using System.Globalization;
using NewsPlatform.PollDay;

// A day of polling on virtual time: an ordinary one, and one on which a source's fastest hour brings ten times its usual pace.
var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
var seed = args is [_, var start, ..] ? int.Parse(start, CultureInfo.InvariantCulture) : 4;
var isWell = true;
foreach (var (name, surge) in new[] { ("An ordinary day", 2.0), ("A wild day", 10.0) })
{
    var watch = Stopwatch.StartNew();
    var sources = new SimulatedWorld(seed, surge).Sources(count);
    var day = new SimulatedDay(sources, seed + 1);
    await day.RunAsync();
    var figures = new DayFigures(sources, day);
    Console.WriteLine($"{name} (fastest hour: {surge:0} times the usual)\n{figures.Lines(watch.Elapsed)}\n");
    var allowed = surge > 2 ? day.Delays.Count / 1_000 : 0;
    isWell &= figures.EveryHostInPeace && figures.MissedBeyondFloor <= allowed;
}

return isWell ? 0 : 1;
