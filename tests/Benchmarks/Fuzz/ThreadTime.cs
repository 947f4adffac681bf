using System.Diagnostics;
using System.Globalization;

namespace NewsPlatform.FuzzBench;

/// <summary>Processor time of the calling thread, so that a busy machine makes no document slow; to 10 ms. Where the system does not tell it, the clock's.</summary>
internal static class ThreadTime
{
    private const string Stat = "/proc/thread-self/stat";
    private const int UserTicks = 11; // fields after the name, which ends with the last parenthesis
    private const int TickMilliseconds = 10;

    public static TimeSpan Now
    {
        get
        {
            if (!File.Exists(Stat))
                return Stopwatch.GetElapsedTime(0);

            var text = File.ReadAllText(Stat);
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[UserTicks], CultureInfo.InvariantCulture) + long.Parse(fields[UserTicks + 1], CultureInfo.InvariantCulture);
            return TimeSpan.FromMilliseconds(ticks * TickMilliseconds);
        }
    }
}
