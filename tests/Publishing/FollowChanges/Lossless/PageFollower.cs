using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>Reads the log page by page, with or without waiting for more.</summary>
internal sealed class PageFollower(TwoProcesses processes, int seed, int wait, string? source) : LogFollower(source)
{
    private readonly Random _random = new(seed);
    private bool _isBehind = true;

    protected override async Task FollowOnAsync(CancellationToken over)
    {
        using var client = processes.Client();
        for (var pages = _random.Next(1, 10); pages > 0; pages--)
        {
            var path = $"/api/v1/changes?limit={_random.Next(1, 60)}{Filter}&wait={(_isBehind ? wait : Math.Max(1, wait))}{(Cursor is null ? "" : $"&cursor={Cursor}")}";
            var page = JsonNode.Parse(await client.GetStringAsync(path, over))!;
            foreach (var change in page["items"]!.AsArray())
            {
                Take(change!);
            }

            StandAt((string)page["next"]!);
            _isBehind = page["items"]!.AsArray().Count > 0;
        }
    }
}
