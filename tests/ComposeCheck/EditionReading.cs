using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.ComposeCheck;

/// <summary>Reads the demo's edition through the gateway, as any client would.</summary>
internal static class EditionReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>A sentence for each thing that is not as it must be.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Uri gateway, TextWriter report)
    {
        using var edition = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.PathOf("deploy", "samples", "edition", "edition.json")));
        var expected = edition.RootElement.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("title").GetString()!).Order(StringComparer.Ordinal).ToList();
        var from = TimeProvider.System.GetTimestamp();
        using var client = new HttpClient { BaseAddress = gateway };
        var pipeline = await Eventually.BecomesAsync(() => client.GetFromJsonAsync<JsonElement>("api/v1/pipeline"), answer => Of(answer, "published") >= expected.Count && Of(answer, "inFlight") == 0, Patience, $"{expected.Count} published articles");
        var titles = (await TitlesAsync(client)).Order(StringComparer.Ordinal).ToList();
        await report.WriteLineAsync($"  read {titles.Count} of {expected.Count} articles through the gateway after {TimeProvider.System.GetElapsedTime(from).TotalSeconds:0.0} s; difference {Of(pipeline, "difference")}");

        var wrong = new List<string>();
        if (!titles.SequenceEqual(expected, StringComparer.Ordinal))
        {
            wrong.Add($"not the edition's articles: {string.Join("; ", expected.Except(titles, StringComparer.Ordinal).Concat(titles.Except(expected, StringComparer.Ordinal)))}");
        }

        if (Of(pipeline, "difference") != 0)
        {
            wrong.Add($"the pipeline's difference is not 0: {pipeline}");
        }

        using var site = await client.GetAsync(new Uri("/", UriKind.Relative));
        if (!site.IsSuccessStatusCode)
        {
            wrong.Add($"the site answers {(int)site.StatusCode}");
        }

        return wrong;
    }

    private static long Of(JsonElement pipeline, string bucket) => pipeline.GetProperty(bucket).GetInt64();

    private static async Task<List<string>> TitlesAsync(HttpClient client)
    {
        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"api/v1/articles?limit=50{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(article => article.GetProperty("title").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return titles;
    }
}
