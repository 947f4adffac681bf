using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Contracts.Tests;

/// <summary>Reads and writes messages as the platform's bus does.</summary>
internal static class BusSerializer
{
    public static JsonSerializerOptions Options { get; } = OptionsOfTheBus();

    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Options)!; // an object never reads as null

    public static JsonNode Write(object message) => JsonSerializer.SerializeToNode(message, message.GetType(), Options)!;

    // The options are the bus library's own, changed by the platform when it builds the bus.
    private static JsonSerializerOptions OptionsOfTheBus()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddMessaging();
        using var app = builder.Build();
        _ = app.Services.GetRequiredService<IBus>();
        return SystemTextJsonMessageSerializer.Options;
    }
}
