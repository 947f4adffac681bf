using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Messaging;

/// <summary>On the in-memory bus, whose endpoints say the same words.</summary>
public sealed class EndpointStatesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ManualClock _clock = new();
    private readonly EndpointStates _states;
    private ServiceProvider _services = null!;

    public EndpointStatesTests() => _states = new EndpointStates(_clock);

    [Fact]
    public void An_endpoint_that_consumes_is_never_silent()
    {
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(_states.FindSilent(Patience));
    }

    [Fact]
    public void An_endpoint_that_calls_itself_ready_while_the_broker_knows_no_consumer_is_found()
    {
        _states.Seen("first-queue", isConsumed: false);
        _clock.Advance(TimeSpan.FromSeconds(16));
        _states.Seen("first-queue", isConsumed: false);

        Assert.Equal("first-queue", Assert.Single(_states.FindSilent(Patience)));
        Assert.Equal("first-queue", Assert.Single(_states.FindHung(Patience)));
    }

    [Fact]
    public void An_endpoint_that_came_back_is_silent_no_more()
    {
        _states.Seen("first-queue", isConsumed: false);
        _clock.Advance(TimeSpan.FromSeconds(16));
        _states.Seen("first-queue", isConsumed: true);

        Assert.Empty(_states.FindSilent(TimeSpan.Zero));
    }

    [Fact]
    public async Task An_endpoint_that_says_that_it_stopped_is_silent_but_does_not_hang()
    {
        await _services.GetRequiredService<IBusControl>().StopAsync();
        _clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Contains("first-queue", _states.FindSilent(Patience));
        Assert.Empty(_states.FindHung(Patience));
    }

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddMassTransit(bus =>
            {
                bus.AddReceiveEndpointObserver(_ => _states);
                bus.UsingInMemory((_, factory) => factory.ReceiveEndpoint("first-queue", _ => { }));
            })
            .BuildServiceProvider(validateScopes: true);
        await _services.GetRequiredService<IBusControl>().StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<IBusControl>().StopAsync();
        await _services.DisposeAsync();
    }
}
