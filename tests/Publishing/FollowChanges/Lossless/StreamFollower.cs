using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>Follows the stream; cuts it after a few events and comes back with the last one's id.</summary>
internal sealed class StreamFollower(TwoProcesses processes, int seed, string? source) : LogFollower(source)
{
    private readonly Random _random = new(seed);

    protected override async Task FollowOnAsync(CancellationToken over)
    {
        using var client = processes.Client();
        Cursor ??= await BeginningAsync(client, over);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stream?{Filter.TrimStart('&')}");
        request.Headers.Add("Last-Event-ID", Cursor);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(over));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(over);
        enough.CancelAfter(TimeSpan.FromMilliseconds(_random.Next(300, 3_000)));
        for (var left = _random.Next(1, 40); left > 0; left--)
        {
            if (!await TakeNextAsync(reader, enough.Token))
            {
                return;
            }
        }
    }

    // A block counts once its blank line has come; one without data says only how far the client is.
    private async Task<bool> TakeNextAsync(StreamReader reader, CancellationToken ct)
    {
        var (id, data) = ("", "");
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            id = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : id;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : data;
            if (line.Length == 0)
            {
                if (data.Length > 0)
                {
                    Take(JsonNode.Parse(data)!);
                }

                StandAt(id);
                return true;
            }
        }

        return false;
    }

    private static async Task<string> BeginningAsync(HttpClient client, CancellationToken ct)
    {
        var next = (string)JsonNode.Parse(await client.GetStringAsync("/api/v1/changes?limit=1", ct))!["next"]!;
        return $"{next[..next.LastIndexOf(':')]}:1";
    }
}
