using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;

namespace NewsPlatform.Newsctl.Pipeline;

/// <summary><c>newsctl pipeline</c>: how many articles are where.</summary>
internal static class PipelineCommand
{
    private const int MaxSeconds = 3_600;

    private static readonly Option<bool> Watch = new("--watch") { Description = "Go on, one line whenever the numbers change, until Ctrl+C." };

    private static readonly Option<double> Interval = new("--interval")
    {
        Description = "Seconds between two looks of --watch.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> UntilDrained = new("--until-drained") { Description = "With --watch: end as soon as nothing is in flight." };

    public static Command Create(CommandFactory factory) => factory.Command(
        "pipeline",
        "How many articles are accepted, published, in flight, dead, withdrawn and expired; difference is what is missing and should be 0.",
        [Watch, Interval, UntilDrained],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken ct)
    {
        if (run.Get(Watch))
        {
            await WatchAsync(run, ct);
            return ExitCodes.Ok;
        }

        var pipeline = await run.Platform.ReadPipelineAsync(ct);
        if (run.Json)
        {
            run.Screen.Json(pipeline.Json);
            return ExitCodes.Ok;
        }

        var counts = pipeline.Value;
        run.Screen.Table(
            ["accepted", "published", "in flight", "dead", "withdrawn", "expired", "difference"],
            [[$"{counts.Accepted}", $"{counts.Published}", $"{counts.InFlight}", $"{counts.Dead}", $"{counts.Withdrawn}", $"{counts.Expired}", $"{counts.Difference}"]]);
        return ExitCodes.Ok;
    }

    private static async Task WatchAsync(CommandRun run, CancellationToken ct)
    {
        if (run.Get(Interval) is not (> 0 and <= MaxSeconds))
        {
            throw new WrongUsageException($"--interval is {run.Get(Interval)}: give seconds above 0, at most {MaxSeconds}.");
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(run.Get(Interval)), run.Around.Clock);
        PipelineResource? last = null;
        do
        {
            var pipeline = await run.Platform.ReadPipelineAsync(ct);
            if (pipeline.Value != last)
            {
                await ShowAsync(run, pipeline, ct);
            }

            last = pipeline.Value;
        }
        while (!(run.Get(UntilDrained) && last.InFlight == 0) && await timer.WaitForNextTickAsync(ct));
    }

    private static async Task ShowAsync(CommandRun run, Reply<PipelineResource> pipeline, CancellationToken ct)
    {
        if (run.Json)
        {
            await run.Screen.JsonLineAsync(pipeline.Json, ct);
            return;
        }

        var counts = pipeline.Value;
        var time = run.Around.Clock.GetLocalNow();
        run.Screen.Line($"{time:HH:mm:ss}  accepted {counts.Accepted}  published {counts.Published}  in flight {counts.InFlight}  dead {counts.Dead}  withdrawn {counts.Withdrawn}  expired {counts.Expired}  difference {counts.Difference}");
        await run.Around.Output.FlushAsync(ct);
    }
}
