using NewsPlatform.Gateway;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Telemetry;

return await ServiceHost.RunGuardedAsync(args, async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.UseDefaultPort(GatewayService.DefaultPort);
    builder.AddServiceDefaults(MetricsPlace.SeparatePort);
    builder.AddGateway();

    var app = builder.Build();
    app.MapServiceDefaults();
    app.MapGateway();

    await app.RunToEndAsync();
});
