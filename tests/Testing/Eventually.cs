namespace NewsPlatform.Testing;

/// <summary>Waits for what another thread or process brings about.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer satisfies; throws with the last answer when it has not after <paramref name="patience"/> (30 s unless told). Asks every 50 ms, unless told.</summary>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfied, TimeSpan? patience = null, string? what = null, TimeSpan? every = null)
    {
        var limit = patience ?? TimeSpan.FromSeconds(30);
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(every ?? Interval);
        while (true)
        {
            var answer = await ask();
            if (satisfied(answer))
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"{what ?? "It"} did not come about within {limit.TotalSeconds:0} s; last seen: {Shown(answer)}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    public static Task BecomesTrueAsync(Func<Task<bool>> ask, TimeSpan? patience = null, string? what = null) =>
        BecomesAsync(ask, answer => answer, patience, what);

    private static string? Shown<T>(T answer) => answer is IEnumerable<object> many ? string.Join("; ", many) : answer?.ToString();
}
