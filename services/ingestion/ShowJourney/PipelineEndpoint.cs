using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ShowJourney;

/// <summary>Every article in one bucket by its newest revision, and what else is on its way.</summary>
/// <param name="Accepted">Articles ever accepted, counted on its own.</param>
/// <param name="Published">Publishing holds the newest revision.</param>
/// <param name="InFlight">Pending or sent, not answered yet.</param>
/// <param name="Dead">Given up until replayed, healed or revised.</param>
/// <param name="Withdrawn">Publishing holds the withdrawal.</param>
/// <param name="Expired">Publishing holds the expiry.</param>
/// <param name="Difference">Accepted minus the other five: anything but 0 is a loss or a double.</param>
/// <param name="Pending">The part of <paramref name="InFlight"/> that was not sent yet.</param>
/// <param name="DeadLetters">Open letters, those of other messages included.</param>
/// <param name="PendingPages">Pages that lists named and that are still to be fetched.</param>
/// <param name="GivenUpPages">Pages that could not be fetched or read.</param>
/// <param name="Intake">Whether articles are taken in.</param>
internal sealed record PipelineView(
    long Accepted,
    long Published,
    long InFlight,
    long Dead,
    long Withdrawn,
    long Expired,
    long Difference,
    long Pending,
    long DeadLetters,
    long PendingPages,
    long GivenUpPages,
    IntakeView Intake);

/// <summary>Whether articles are taken in now.</summary>
/// <param name="Throttled">True while pushes are refused and sources rest.</param>
/// <param name="Reason">Why, one sentence; null while articles are taken in.</param>
/// <param name="RetryAfterSeconds">What refused pushes are told; null while articles are taken in.</param>
/// <param name="DrainPerSecond">Articles a second that leave the backlog, over the last seconds.</param>
internal sealed record IntakeView(bool Throttled, string? Reason, double? RetryAfterSeconds, double DrainPerSecond)
{
    public static IntakeView Of(IntakeState state, double drainPerSecond) =>
        new(!state.IsOpen, state.Sentence, state.IsOpen ? null : state.RetryAfter.TotalSeconds, Math.Round(drainPerSecond, 1));
}

/// <summary>Shows the accounting.</summary>
internal static class PipelineEndpoint
{
    public static void MapPipeline(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/v1/pipeline", HandleAsync).WithName("ShowPipeline").WithSummary("How many articles are where; difference is 0 as long as none is lost or doubled.").Produces<PipelineView>();

    private static async Task<IResult> HandleAsync(
        IArticleStore articles, IDeadLetterStore letters, IPendingPageStore pages, IntakeGauge gauge, CancellationToken ct)
    {
        var counts = await articles.CountAsync(ct);
        var fetching = await pages.CountAsync(ct);
        var inFlight = counts.Pending + counts.Sent;

        return TypedResults.Ok(new PipelineView(
            counts.Accepted,
            counts.Published,
            inFlight,
            counts.Dead,
            counts.Withdrawn,
            counts.Expired,
            counts.Difference,
            counts.Pending,
            await letters.CountAsync(ct),
            fetching.Waiting,
            fetching.GivenUp,
            IntakeView.Of(gauge.State(), gauge.DrainPerSecond)));
    }
}
