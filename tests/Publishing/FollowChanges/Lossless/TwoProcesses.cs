using MassTransit;
using NewsPlatform.Hosting.Messaging;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Tests.FollowChanges.Lossless;

/// <summary>Two processes of the service on one database; the second may be ended and started anew.</summary>
internal sealed class TwoProcesses(PublishingHost first, PublishingHost second, int seed) : IDisposable
{
    private readonly Random _random = new(seed);
    private readonly Lock _turn = new();
    private PublishingHost _second = second;

    public PublishingHost First => first;

    /// <summary>Gives the message to one of the two; a process that is just ending may lose it, as a broker would see it lost and deliver again.</summary>
    public async Task SendAsync(object message)
    {
        var process = Either();
        try
        {
            await process.Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(CancellationToken.None);
            await process.Bus.Publish(message);
        }
        catch (Exception) when (process != First && process != _second)
        {
            // It ended meanwhile: what it was given is sent again.
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var client = First.CreateClient();
        return await client.GetAsync(path);
    }

    /// <summary>A client of one of the two.</summary>
    public HttpClient Client() => Either().CreateClient();

    /// <summary>The position at which the next entry would stand.</summary>
    public async Task<long> ReadTailAsync()
    {
        using var client = First.CreateClient();
        string? cursor = null;
        while (true)
        {
            var page = JsonNode.Parse(await client.GetStringAsync($"/api/v1/changes?limit=200{(cursor is null ? "" : $"&cursor={cursor}")}"))!;
            cursor = (string)page["next"]!;
            if (page["items"]!.AsArray().Count == 0)
            {
                return long.Parse(cursor[(cursor.LastIndexOf(':') + 1)..]);
            }
        }
    }

    public async Task RestartSecondAsync(Func<Task<PublishingHost>> start)
    {
        var ending = _second;
        _second = First;
        await ending.DisposeAsync();
        _second = await start();
    }

    public void Dispose()
    {
        first.Dispose();
        if (_second != first)
        {
            _second.Dispose();
        }
    }

    private PublishingHost Either()
    {
        lock (_turn)
        {
            return _random.Next(2) == 0 ? First : _second;
        }
    }
}
