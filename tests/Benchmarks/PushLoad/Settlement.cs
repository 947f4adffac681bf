using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.PushLoad;

/// <summary>Waits until nothing is on its way any more, and counts from the change log, not from the accounting.</summary>
internal sealed class Settlement(HttpClient http, Action sample)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>The pipeline once nothing is in flight; throws when that takes longer than <paramref name="patience"/>.</summary>
    public async Task<JsonElement> WaitAsync(TimeSpan patience, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var pipeline = await http.GetFromJsonAsync<JsonElement>(new Uri("api/v1/pipeline", UriKind.Relative), ct);
            sample();
            if (pipeline.GetProperty("inFlight").GetInt64() == 0)
            {
                return pipeline;
            }

            if (watch.Elapsed > patience)
            {
                throw new TimeoutException($"After {patience.TotalMinutes:0} minutes articles are still on their way: {pipeline}");
            }

            if (watch.Elapsed - told > TimeSpan.FromSeconds(30))
            {
                told = watch.Elapsed;
                Console.WriteLine($"  {pipeline.GetProperty("published")} published, {pipeline.GetProperty("inFlight")} in flight");
            }

            await timer.WaitForNextTickAsync(ct);
        }
    }

    /// <summary>How often the change log says that each article was published.</summary>
    public async Task<Dictionary<string, int>> PublishedAsync(CancellationToken ct)
    {
        var published = new Dictionary<string, int>(StringComparer.Ordinal);
        var cursor = "";
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/changes?limit=200{cursor}", UriKind.Relative), ct);
            var items = page.GetProperty("items");
            foreach (var id in items.EnumerateArray().Where(item => item.GetProperty("type").GetString() == "published").Select(item => item.GetProperty("articleId").GetString()!))
            {
                published[id] = published.GetValueOrDefault(id) + 1;
            }

            if (items.GetArrayLength() == 0)
            {
                return published;
            }

            cursor = $"&cursor={Uri.EscapeDataString(page.GetProperty("next").GetString()!)}";
        }
    }
}
