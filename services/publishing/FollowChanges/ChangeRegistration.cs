using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Publishing.Storage;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Registers the change log and those who follow it.</summary>
internal static class ChangeRegistration
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddKeyedSingleton(SqliteSchema.Service, (provider, key) => new OrderedLog(provider.GetRequiredKeyedService<ILogStore>(key)))
        .AddSingleton<ChangeSignal>()
        .AddSingleton<ChangeLog>()
        .AddSingleton<SharedTail>()
        .AddSingleton<ChangeFollowers>()
        .AddSingleton<ChangePages>()
        .AddSingleton<ChangeStream>()
        .AddSingleton<IFigures, ChangeFigures>();
}
