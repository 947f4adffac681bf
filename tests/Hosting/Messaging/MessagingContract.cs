using System.Text;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Messaging;

/// <summary>What both transports must do for the platform.</summary>
public abstract class MessagingContract : IAsyncDisposable
{
    private readonly List<WebApplication> _apps = [];

    [Fact]
    public async Task An_event_reaches_the_consumers_of_two_services_that_have_the_same_name()
    {
        var app = await StartAsync(builder => builder
            .AddServiceConsumers("first", consumers => consumers.Add<KeepNoteConsumer>())
            .AddServiceConsumers("second", consumers => consumers.Add<Elsewhere.KeepNoteConsumer>()));

        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("hello"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesAsync(() => Task.FromResult(inbox.Notes.ToArray()), notes => notes.Order(StringComparer.Ordinal).SequenceEqual(["elsewhere: hello", "here: hello"]));
    }

    [Fact]
    public async Task A_permanent_failure_is_tried_once_and_recorded_with_its_reason()
    {
        var app = await StartWithFaultsAsync();

        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("never"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        var fault = await Eventually.BecomesAsync(() => Task.FromResult(inbox.Faults.FirstOrDefault()), found => found is not null);
        Assert.Contains("permanent", fault!, StringComparison.Ordinal);
        Assert.Equal(1, inbox.Attempts);
    }

    [Fact]
    public async Task A_transient_failure_is_tried_again_until_it_passes()
    {
        var app = await StartWithFaultsAsync();

        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("later"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesAsync(() => Task.FromResult(inbox.Notes.ToArray()), notes => notes.SequenceEqual(["here: later"]));
        Assert.Equal(3, inbox.Attempts);
        Assert.Empty(inbox.Faults);
    }

    [Fact]
    public async Task A_failure_of_the_recording_consumer_makes_no_further_fault()
    {
        var app = await StartWithFaultsAsync();

        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("unrecordable"));
        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("never"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesAsync(() => Task.FromResult(inbox.Faults.Count), count => count == 1);
        Assert.Equal(1, inbox.FaultsRefused);
    }

    [Fact]
    public async Task A_body_that_nobody_can_read_is_recorded_as_a_fault_with_the_very_bytes()
    {
        var app = await StartWithFaultsAsync();
        var endpoint = await app.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri("exchange:first-keep-note"));

        await endpoint.Send(new NoteTaken("lost"), context => context.Serializer = new GarbageSerializer());

        var inbox = app.Services.GetRequiredService<Inbox>();
        var unreadable = await Eventually.BecomesAsync(() => Task.FromResult(inbox.Unreadable.SingleOrDefault()), found => found is not null);
        Assert.Equal(GarbageSerializer.Text, Encoding.UTF8.GetString(unreadable!.Body));
        Assert.Single(inbox.Faults);
        Assert.EndsWith("/first-keep-note", inbox.FaultSource!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, inbox.Attempts);
    }

    [Fact]
    public async Task A_message_with_a_member_of_the_wrong_type_is_recorded_with_its_body()
    {
        var app = await StartWithFaultsAsync();
        var endpoint = await app.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri("exchange:first-keep-note"));

        await endpoint.Send(new NoteTaken("lost"), context => context.Serializer = new GarbageSerializer(GarbageSerializer.WrongMember));

        var inbox = app.Services.GetRequiredService<Inbox>();
        var unreadable = await Eventually.BecomesAsync(() => Task.FromResult(inbox.Unreadable.SingleOrDefault()), found => found is not null);
        Assert.Equal(GarbageSerializer.WrongMember, Encoding.UTF8.GetString(unreadable!.Body));
        Assert.Single(inbox.Faults);
    }

    [Fact]
    public async Task A_message_that_no_consumer_of_its_queue_takes_is_recorded_with_its_body()
    {
        var app = await StartWithFaultsAsync();
        var endpoint = await app.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri("exchange:first-keep-note"));

        await endpoint.Send(new NoteTorn("astray"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        var skipped = await Eventually.BecomesAsync(() => Task.FromResult(inbox.Unreadable.SingleOrDefault()), found => found is not null);
        Assert.Contains("astray", Encoding.UTF8.GetString(skipped!.Body), StringComparison.Ordinal);
        Assert.Contains("first-keep-note", inbox.Faults.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_the_recorder_itself_cannot_read_is_recorded_too()
    {
        var app = await StartWithFaultsAsync();
        var endpoint = await app.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri("exchange:first-record-fault"));

        await endpoint.Send(new NoteTaken("lost"), context => context.Serializer = new GarbageSerializer());

        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesAsync(() => Task.FromResult(inbox.Unreadable.Count), count => count == 1);
    }

    [Fact]
    public async Task A_fault_that_could_not_be_recorded_is_delivered_again()
    {
        var app = await StartWithFaultsAsync();
        app.Services.GetRequiredService<Inbox>().RefuseRecording = 5;

        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("never"));

        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesAsync(() => Task.FromResult(inbox.Faults.Count), count => count == 1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await DisposeTransportAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The transport's configuration, with names of this test's own.</summary>
    protected abstract Task<Dictionary<string, string?>> ConfigureAsync();

    protected virtual ValueTask DisposeTransportAsync() => ValueTask.CompletedTask;

    protected async Task<WebApplication> StartAsync(Action<WebApplicationBuilder> add)
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Configuration.AddInMemoryCollection(await ConfigureAsync());
        builder.Configuration["Messaging:RetryLimit"] = "3";
        builder.Configuration["Messaging:RetryMaxSeconds"] = "0.1";
        builder.AddServiceDefaults();
        builder.Services.AddSingleton<Inbox>();
        add(builder);
        builder.AddMessaging();
        var app = builder.Build();
        app.MapServiceDefaults();
        _apps.Add(app);
        await app.StartAsync();
        await app.Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
        return app;
    }

    private Task<WebApplication> StartWithFaultsAsync() => StartAsync(builder => builder.AddServiceConsumers("first", consumers => consumers
        .Add<KeepNoteConsumer>()
        .Add<RecordFaultConsumer>(endpoint => endpoint.PublishFaults = false)));
}

public sealed record NoteTaken(string Text);

public sealed record NoteTorn(string Text);

internal sealed class Inbox
{
    private int _attempts;
    private int _faultsRefused;

    public System.Collections.Concurrent.ConcurrentQueue<string> Notes { get; } = [];

    public System.Collections.Concurrent.ConcurrentQueue<string> Faults { get; } = [];

    public System.Collections.Concurrent.ConcurrentQueue<UnreadableMessage> Unreadable { get; } = [];

    public Uri? FaultSource { get; set; }

    /// <summary>How often the recorder is to fail as if its store were away.</summary>
    public int RefuseRecording { get; set; }

    public int Attempts => _attempts;

    public int FaultsRefused => _faultsRefused;

    public int CountAttempt() => Interlocked.Increment(ref _attempts);

    public void CountRefusedFault() => Interlocked.Increment(ref _faultsRefused);
}

internal sealed class KeepNoteConsumer(Inbox inbox) : IConsumer<NoteTaken>
{
    public Task Consume(ConsumeContext<NoteTaken> context)
    {
        var attempt = inbox.CountAttempt();
        switch (context.Message.Text)
        {
            case "never" or "unrecordable":
                throw new UnprocessableMessageException($"a permanent failure of '{context.Message.Text}'");
            case "later" when attempt < 3:
                throw new IOException("a transient failure");
            default:
                inbox.Notes.Enqueue($"here: {context.Message.Text}");
                return Task.CompletedTask;
        }
    }
}

internal sealed class RecordFaultConsumer(Inbox inbox) : IConsumer<Fault>
{
    public Task Consume(ConsumeContext<Fault> context)
    {
        var reason = context.Message.Exceptions[0].Message;
        if (reason.Contains("unrecordable", StringComparison.Ordinal))
        {
            inbox.CountRefusedFault();
            throw new UnprocessableMessageException("cannot be recorded");
        }

        if (inbox.RefuseRecording > 0)
        {
            inbox.RefuseRecording--;
            throw new IOException("the store is away");
        }

        inbox.FaultSource = context.SourceAddress;
        inbox.Faults.Enqueue(reason);
        if (context.TryGetMessage<UnreadableMessage>(out var unreadable))
        {
            inbox.Unreadable.Enqueue(unreadable.Message);
        }

        return Task.CompletedTask;
    }
}

public sealed class InMemoryMessagingTests : MessagingContract
{
    protected override Task<Dictionary<string, string?>> ConfigureAsync() =>
        Task.FromResult(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Messaging:Transport"] = "InMemory" });
}
