namespace NewsPlatform.Publishing.RenderSite;

internal static class SiteRegistration
{
    /// <summary>Adds what renders the pages for people.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services) => services
        .AddSingleton<LivePages>()
        .AddSingleton<Site>()
        .AddSingleton<ProfilePages>();
}
