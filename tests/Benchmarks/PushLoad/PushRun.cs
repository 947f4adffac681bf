using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.PushLoad;

/// <summary>Many clients push; each honours <c>Retry-After</c> of 429 and 503 and sends the same article again.</summary>
internal sealed class PushRun(HttpClient http, ArticleMaker maker, int articles)
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);
    private readonly double[] _milliseconds = new double[articles];
    private int _next = -1;
    private int _accepted;
    private long _refused;

    public IReadOnlyCollection<string> Ids => (IReadOnlyCollection<string>)_ids.Keys;

    public int Accepted => _accepted;

    public long Refused => _refused;

    /// <summary>Pushes all with so many clients; gives the time that it took.</summary>
    public async Task<TimeSpan> RunAsync(int clients, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => ClientAsync(ct), ct)));
        return watch.Elapsed;
    }

    /// <summary>Milliseconds of an accepted push, retries left out.</summary>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
    }

    private async Task ClientAsync(CancellationToken ct)
    {
        int number;
        while ((number = Interlocked.Increment(ref _next)) < articles)
        {
            var json = maker.Make(number);
            while (await TryPushAsync(number, json, ct) is { } pause)
            {
                Interlocked.Increment(ref _refused);
                await Task.Delay(pause, ct);
            }
        }
    }

    // Null when accepted, otherwise how long to wait before the next attempt.
    private async Task<TimeSpan?> TryPushAsync(int number, string json, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("api/v1/articles", UriKind.Relative), content, ct);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            return answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Article {number} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
        }

        var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        _milliseconds[number] = watch.Elapsed.TotalMilliseconds;
        _ids[receipt.GetProperty("id").GetString()!] = 0;
        if (Interlocked.Increment(ref _accepted) % 5_000 == 0)
        {
            Console.WriteLine($"  {_accepted:N0} accepted");
        }

        return null;
    }
}
