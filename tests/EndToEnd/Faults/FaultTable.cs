using System.Text;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>What a run of the fault suite prints.</summary>
internal static class FaultTable
{
    public static string Of(FaultPlan plan, string engine, TimeSpan took, FaultOutcome outcome)
    {
        var (ledger, audit) = (outcome.Ledger, outcome.Audit);
        var table = new StringBuilder();
        table.AppendLine($"Faults, seed {plan.Seed}, {engine}, {took.TotalMinutes:0.0} minutes");
        Row(table, "articles", $"{ledger.Promises.Count} ({plan.Articles} pushed, {plan.FeedArticles} from a feed)");
        Row(table, "further revisions", $"{ledger.Revisions}");
        Row(table, "repeated pushes", $"{ledger.Repeats}");
        Row(table, "withdrawals", $"{ledger.Withdrawals}");
        Row(table, "tries again", string.Join(", ", outcome.Refusals.OrderBy(refusal => refusal.Key, StringComparer.Ordinal).Select(refusal => $"{refusal.Key}: {refusal.Value}")));
        Row(table, "poison messages", $"{outcome.Poison}, each a dead letter with its reason; one more died as an article and was replayed");
        Row(table, "copies out of order", $"{outcome.Copies}");
        Row(table, "gave up by themselves", $"{outcome.Restarts}");
        Row(table, "queues without leader", $"{outcome.LeaderlessQueues} (the broker was killed soon after they were declared; deleted, as an operator would)");
        Row(table, "services killed", $"{outcome.Injector.Kills}");
        foreach (var kind in outcome.Records.GroupBy(record => record.Kind).OrderBy(group => group.Key))
        {
            var seconds = kind.Select(record => record.Recovery.TotalSeconds).Order().ToList();
            Row(table, $"  {kind.Key}", $"{kind.Count(),3}   back after {seconds[seconds.Count / 2]:0.0} s (median), {seconds[^1]:0.0} s (longest)");
        }

        foreach (var skipped in outcome.Injector.Skipped)
        {
            Row(table, "  not injected", skipped);
        }

        Row(table, "lost", $"{audit.Lost}");
        Row(table, "doubled", $"{audit.Doubled}");
        Row(table, "stale", $"{audit.Stale}");
        Row(table, "change log faults", $"{audit.LogFaults}");
        Row(table, "pipeline", $"{outcome.Buckets}");
        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, string value) => table.Append("  ").Append(name.PadRight(24)).AppendLine(value);
}

/// <summary>What a run came to.</summary>
internal sealed record FaultOutcome(
    ArticleLedger Ledger, OutputAudit Audit, Buckets Buckets, IReadOnlyList<FaultRecord> Records, IReadOnlyDictionary<string, int> Refusals, FaultInjector Injector)
{
    /// <summary>Messages that nobody could read or survive; each was found among the dead letters.</summary>
    public required int Poison { get; init; }

    /// <summary>Events that came twice, the second time late.</summary>
    public required int Copies { get; init; }

    /// <summary>Queues that the broker could not recover.</summary>
    public required int LeaderlessQueues { get; init; }

    /// <summary>Processes that gave themselves up.</summary>
    public required int Restarts { get; init; }
}
