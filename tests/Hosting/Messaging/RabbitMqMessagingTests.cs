using System.Net;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Messaging;

public sealed class RabbitMqMessagingTests : MessagingContract
{
    private RabbitMqServer? _server;

    [Fact]
    public async Task A_publish_that_no_queue_takes_fails_instead_of_vanishing()
    {
        var app = await StartAsync(builder => builder.AddServiceConsumers("first", consumers => consumers.Add<RecordFaultConsumer>()));

        await Assert.ThrowsAnyAsync<Exception>(() => app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("nobody listens")));
    }

    [Fact]
    public async Task An_event_of_two_services_waits_for_the_one_that_has_never_started()
    {
        var publisher = await StartAsync(builder => builder
            .AddServiceConsumers("first", consumers => consumers.Add<KeepNoteConsumer>())
            .AddSharedEvent<NoteTaken>(new EventSubscriber("first-keep-note"), new EventSubscriber("second-keep-note", SingleActive: true)));
        await publisher.Services.GetRequiredService<IBus>().Publish(new NoteTaken("for both"));

        var late = await StartAsync(builder => builder.AddServiceConsumers("second", consumers => consumers.Add<Elsewhere.KeepNoteConsumer>(endpoint => endpoint.SingleActive = true)));

        await Eventually.BecomesTrueAsync(() => Task.FromResult(late.Services.GetRequiredService<Inbox>().Notes.Contains("elsewhere: for both")));
        Assert.Equal(["here: for both"], publisher.Services.GetRequiredService<Inbox>().Notes);
    }

    [Fact]
    public async Task A_send_to_an_endpoint_that_is_gone_fails_instead_of_vanishing()
    {
        var app = await StartAsync(builder => builder.AddServiceConsumers("first", consumers => consumers.Add<RecordFaultConsumer>()));
        var endpoint = await app.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri("exchange:first-keep-note"));

        await Assert.ThrowsAnyAsync<Exception>(() => endpoint.Send(new NoteTaken("nobody listens")));
    }

    [Fact]
    public async Task Answers_and_is_live_but_not_ready_while_the_broker_is_away_and_recovers_by_itself()
    {
        var app = await StartAsync(builder => builder.AddServiceConsumers("first", consumers => consumers.Add<KeepNoteConsumer>()));
        Assert.SkipUnless(_server!.IsPrivate, "The broker is not this test's own to stop.");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await ReadyBecomesAsync(client, HttpStatusCode.OK);

        await _server.KillAsync();
        await ReadyBecomesAsync(client, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);

        await _server.StartAsync();
        await ReadyBecomesAsync(client, HttpStatusCode.OK);
        await app.Services.GetRequiredService<IBus>().Publish(new NoteTaken("again"));
        var inbox = app.Services.GetRequiredService<Inbox>();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(inbox.Notes.Contains("here: again")));
    }

    [Fact]
    public async Task Is_not_ready_while_the_broker_delivers_but_takes_nothing()
    {
        var app = await StartAsync(builder => builder.AddServiceConsumers("first", consumers => consumers.Add<KeepNoteConsumer>()));
        Assert.SkipUnless(_server!.IsPrivate, "The broker is not this test's own to alarm.");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await ReadyBecomesAsync(client, HttpStatusCode.OK);

        await _server.ControlAsync("set_vm_memory_high_watermark", "absolute", "1MB");
        await ReadyBecomesAsync(client, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("The broker blocks who publishes", await (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await _server.ControlAsync("set_vm_memory_high_watermark", "0.4");
        await ReadyBecomesAsync(client, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serves_http_and_says_not_ready_when_it_starts_without_a_broker()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Configuration["Messaging:Transport"] = nameof(MessagingTransport.RabbitMq);
        builder.Configuration["Messaging:RabbitMq:Uri"] = $"amqp://guest:guest@127.0.0.1:{FreePort.Next()}/";
        builder.AddServiceDefaults();
        builder.AddMessaging();
        await using var app = builder.Build();
        app.MapServiceDefaults();

        await app.StartAsync();

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health/started", UriKind.Relative))).StatusCode);
    }

    protected override async Task<Dictionary<string, string?>> ConfigureAsync()
    {
        _server ??= await RabbitMqServer.StartOrSkipAsync();
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Messaging:Transport"] = nameof(MessagingTransport.RabbitMq),
            ["Messaging:RabbitMq:Uri"] = _server.Uri,
        };
    }

    protected override ValueTask DisposeTransportAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task ReadyBecomesAsync(HttpClient client, HttpStatusCode status) =>
        Eventually.BecomesAsync(async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode, seen => seen == status, TimeSpan.FromSeconds(60), $"{status} of /health/ready");
}
