using System.Collections.Concurrent;
using MassTransit;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Which of the process's endpoints consume, told by the endpoints themselves and by <see cref="QueueWatch"/>. The library's reconnecting ends for good, and
/// without a word to its own health check, when an answer of the broker takes longer than it waits: such an endpoint stays silent here after its last word.
/// </summary>
internal sealed class EndpointStates(TimeProvider time) : IReceiveEndpointObserver
{
    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    /// <summary>Endpoints that do not consume and have said nothing for so long.</summary>
    public IReadOnlyList<SilentEndpoint> FindSilent(TimeSpan longerThan) =>
        [.. _states.Where(state => !state.Value.Consumes && time.GetElapsedTime(state.Value.At) > longerThan).Select(state => new SilentEndpoint(state.Key, state.Value.Endpoint))];

    /// <summary>What the broker says of a queue goes before what its endpoint says of itself.</summary>
    public void Seen(string queue, bool isConsumed)
    {
        if (_states.TryGetValue(queue, out var state) && state.Consumes != isConsumed)
        {
            _states.TryUpdate(queue, state with { Consumes = isConsumed, At = time.GetTimestamp() }, state);
        }
    }

    /// <summary>Gives the endpoint time again: it was started anew.</summary>
    public void Restarted(string queue) => _states[queue] = _states[queue] with { At = time.GetTimestamp() };

    public Task Ready(ReceiveEndpointReady ready) => Note(ready, consumes: true);

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Note(completed, consumes: false);

    public Task Faulted(ReceiveEndpointFaulted faulted) => Note(faulted, consumes: false);

    private Task Note(ReceiveEndpointEvent word, bool consumes)
    {
        _states[word.InputAddress.AbsolutePath.Split('/')[^1]] = new State(word.ReceiveEndpoint, consumes, time.GetTimestamp());
        return Task.CompletedTask;
    }

    private sealed record State(IReceiveEndpoint Endpoint, bool Consumes, long At);
}

/// <summary>An endpoint that does not consume.</summary>
internal sealed record SilentEndpoint(string Queue, IReceiveEndpoint Endpoint);
