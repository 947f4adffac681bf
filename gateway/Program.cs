using NewsPlatform.Gateway;
using NewsPlatform.Hosting;

return await ServiceHost.RunGuardedAsync(args, async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.UseDefaultPort(GatewayService.DefaultPort);
    builder.AddServiceDefaults();
    builder.AddGateway();

    var app = builder.Build();
    app.MapServiceDefaults();
    app.MapGateway();

    await app.RunToEndAsync();
});
