using MassTransit;
using NewsPlatform.Hosting.Health;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>Background workers wait here before they publish: a publish before the bus has bound its queues would wait or fail.</summary>
public interface IBusGate
{
    /// <summary>Completes once the bus has started and all its endpoints are bound.</summary>
    Task WaitUntilReadyAsync(CancellationToken ct);
}

internal sealed class BusGate : IBusGate, IBusObserver, IStartUpStep
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "the bus's first start";

    public bool IsOver => _started.Task.IsCompleted;

    public Task WaitUntilReadyAsync(CancellationToken ct) => _started.Task.WaitAsync(ct);

    public async Task PostStart(IBus bus, Task<BusReady> busReady)
    {
        await busReady;
        _started.TrySetResult();
    }

    public void PostCreate(IBus bus)
    {
    }

    public void CreateFaulted(Exception exception)
    {
    }

    public Task PreStart(IBus bus) => Task.CompletedTask;

    public Task StartFaulted(IBus bus, Exception exception) => Task.CompletedTask;

    public Task PreStop(IBus bus) => Task.CompletedTask;

    public Task PostStop(IBus bus) => Task.CompletedTask;

    public Task StopFaulted(IBus bus, Exception exception) => Task.CompletedTask;
}
