using NewsPlatform.Hosting.Health;

namespace NewsPlatform.Publishing.IndexArticles;

internal static class IndexArticlesRegistration
{
    /// <summary>Adds the renewal of an older index.</summary>
    public static IServiceCollection AddIndexArticles(this IServiceCollection services) => services
        .AddSingleton<IndexRenewal>()
        .AddSingleton<IStartUpStep>(provider => provider.GetRequiredService<IndexRenewal>())
        .AddHostedService(provider => provider.GetRequiredService<IndexRenewal>());
}
