using System.Collections.Concurrent;
using MassTransit;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Which of the process's endpoints consume, told by the endpoints themselves and by <see cref="ConsumerWatch"/>: an endpoint may hang on a dead
/// channel and call itself ready. (With replicas another one's consumer answers for it: then nothing waits.)
/// </summary>
internal sealed class EndpointStates(TimeProvider time) : IReceiveEndpointObserver
{
    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    /// <summary>Queues whose endpoints have not consumed for so long.</summary>
    public IReadOnlyList<string> FindSilent(TimeSpan longerThan) => Find(longerThan, state => !state.Consumes);

    /// <summary>Those among them whose endpoints call themselves ready: nothing tries to consume any more.</summary>
    public IReadOnlyList<string> FindHung(TimeSpan longerThan) => Find(longerThan, state => !state.Consumes && state.SaysReady);

    /// <summary>What the broker says of a queue goes before what its endpoint says of itself.</summary>
    public void Seen(string queue, bool isConsumed)
    {
        if (_states.TryGetValue(queue, out var state) && state.Consumes != isConsumed)
        {
            _states.TryUpdate(queue, state with { Consumes = isConsumed, Since = time.GetTimestamp() }, state);
        }
    }

    public Task Ready(ReceiveEndpointReady ready) => Note(ready, isReady: true);

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Note(completed, isReady: false);

    public Task Faulted(ReceiveEndpointFaulted faulted) => Note(faulted, isReady: false);

    private IReadOnlyList<string> Find(TimeSpan longerThan, Func<State, bool> isMeant) =>
        [.. _states.Where(state => isMeant(state.Value) && time.GetElapsedTime(state.Value.Since) > longerThan).Select(state => state.Key).Order(StringComparer.Ordinal)];

    private Task Note(ReceiveEndpointEvent word, bool isReady)
    {
        _states[word.InputAddress.AbsolutePath.Split('/')[^1]] = new State(isReady, isReady, time.GetTimestamp());
        return Task.CompletedTask;
    }

    private sealed record State(bool SaysReady, bool Consumes, long Since);
}
