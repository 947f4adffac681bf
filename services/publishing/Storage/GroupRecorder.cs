using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Stores what many consumers were told at the same time in one commit; there is nothing to give back to them.</summary>
/// <param name="name">What it commits, for spans and metrics.</param>
/// <param name="store">Stores a group; must be idempotent.</param>
internal sealed class GroupRecorder<T>(string name, Func<IReadOnlyList<T>, CancellationToken, Task> store) : IAsyncDisposable
{
    private readonly GroupCommitWriter<T, bool> _group = new(name, async (items, ct) =>
    {
        await store(items, ct);
        return [.. items.Select(_ => true)];
    });

    /// <summary>Completes when the item is durable.</summary>
    public Task RecordAsync(T item, CancellationToken ct) => _group.WriteAsync(item, ct);

    public ValueTask DisposeAsync() => _group.DisposeAsync();
}
