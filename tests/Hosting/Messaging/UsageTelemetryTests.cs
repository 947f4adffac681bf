using MassTransit;
using MassTransit.UsageTelemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting.Tests.Messaging;

public sealed class UsageTelemetryTests
{
    [Fact]
    public async Task The_bus_reports_its_use_to_nobody()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddMessaging();
        await using var app = builder.Build();

        Assert.False(app.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);
    }
}
