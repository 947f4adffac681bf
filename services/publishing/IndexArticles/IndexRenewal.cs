using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>Brings an index that an older program wrote up to date, once after the start; until then a search may miss articles.</summary>
internal sealed partial class IndexRenewal(
    IArticleIndex index, [FromKeyedServices(PublishingService.Name)] IServiceFacts facts, TimeProvider clock, ILogger<IndexRenewal> logger)
    : RepeatedWork(TimeSpan.FromSeconds(10), clock, logger), IStartUpStep
{
    private const string Fact = "search-index";
    private const int BatchSize = 500;

    private static readonly string Current = IndexedArticle.Version.ToString(CultureInfo.InvariantCulture);

    private readonly ILogger _logger = logger;
    private volatile bool _over;

    public string Name => "the search index";

    public bool IsOver => _over;

    /// <summary>Walks all visible articles, unless that was done already.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        if (await facts.TryReadAsync(Fact, ct) != Current)
        {
            string? after = null;
            do
            {
                after = await index.RenewAsync(after, BatchSize, ct);
            }
            while (after is not null);
            await facts.WriteAsync(Fact, Current, ct);
            LogRenewed(IndexedArticle.Version);
        }

        _over = true;
    }

    protected override Task RunOnceAsync(CancellationToken ct) => _over ? Task.CompletedTask : RenewAsync(ct);

    [LoggerMessage(LogLevel.Information, "The search index is at version {Version}")]
    private partial void LogRenewed(int version);
}
