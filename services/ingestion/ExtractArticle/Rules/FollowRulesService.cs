using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>Takes over what an operator changes in the folder of rules, without a restart.</summary>
internal sealed partial class FollowRulesService(PublisherRuleFolder folder, IngestionMetrics metrics, TimeProvider clock, ILogger<FollowRulesService> logger)
    : RepeatedWork(TimeSpan.FromSeconds(30), clock, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            if (folder.TryFollow(out var count))
                LogFollowed(count);
        }
        catch (InvalidRuleException wrong)
        {
            LogKept(wrong.Message);
        }

        metrics.KnowRules(folder.Current.All.Select(rule => rule.Name));
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "The folder of publisher rules changed: {Count} rules of it are in force")]
    private partial void LogFollowed(int count);

    [LoggerMessage(LogLevel.Warning, "The folder of publisher rules changed and cannot be used; the rules stay as they were. {Problem}")]
    private partial void LogKept(string problem);
}
