using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone.ServeEdition;

/// <summary>Adds the edition's publishers as sources, as any person would, and shows how far the take-in is.</summary>
internal sealed class EditionTakeIn(Uri platform, string adminKey, EditionSite site, TextWriter output)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken stopping)
    {
        using var client = new HttpClient { BaseAddress = platform };
        client.DefaultRequestHeaders.Add("X-Api-Key", adminKey);
        try
        {
            await AddSourcesAsync(client, stopping);
            await ShowProgressAsync(client, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped in the middle: the next start goes on.
        }
        catch (HttpRequestException away)
        {
            throw new ConfigurationException($"The platform at {platform} did not take the sample sources ({away.Message.TrimEnd('.')}): look whether it runs, and whether the key is its own.", away);
        }
    }

    private async Task AddSourcesAsync(HttpClient client, CancellationToken ct)
    {
        var known = await client.GetFromJsonAsync<JsonElement>("api/v1/sources?limit=200", ct);
        var urls = known.GetProperty("items").EnumerateArray().Select(source => source.GetProperty("url").GetString()).ToHashSet(StringComparer.Ordinal);
        foreach (var publisher in site.Edition.Publishers)
        {
            var list = publisher.Lists[0];
            var url = site.UrlOf(list.Url);
            if (urls.Contains(url))
            {
                continue;
            }

            using var added = await client.PostAsJsonAsync("api/v1/sources", new { name = publisher.Name, kind = list.Kind, url, language = publisher.Language }, ct);
            if (!added.IsSuccessStatusCode)
            {
                throw new ConfigurationException($"The sample source {url} was refused with {(int)added.StatusCode}: {await added.Content.ReadAsStringAsync(ct)}");
            }
        }
    }

    private async Task ShowProgressAsync(HttpClient client, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        var total = site.Edition.Articles.Count;
        var shown = -1L;
        using var timer = new PeriodicTimer(Interval);
        do
        {
            var pipeline = await client.GetFromJsonAsync<JsonElement>("api/v1/pipeline", ct);
            var published = pipeline.GetProperty("published").GetInt64();
            var settled = published + pipeline.GetProperty("withdrawn").GetInt64() + pipeline.GetProperty("dead").GetInt64();
            if (published != shown)
            {
                await WriteProgressAsync($"  {Math.Min(published, total),3} of {total} articles published", last: settled >= total);
                shown = published;
            }

            if (settled >= total)
            {
                await output.WriteLineAsync($"  Taken in after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s: {pipeline}");
                return;
            }
        }
        while (TimeProvider.System.GetElapsedTime(started) < Patience && await timer.WaitForNextTickAsync(ct));

        await output.WriteLineAsync($"  The take-in goes on in the background; {platform}api/v1/sources and api/v1/deadletters say what holds it up.");
    }

    // One line that is written over on a terminal; lines one below the other in a file.
    private Task WriteProgressAsync(string line, bool last) =>
        Console.IsOutputRedirected || last ? output.WriteLineAsync((Console.IsOutputRedirected ? "" : "\r") + line) : output.WriteAsync("\r" + line);
}
