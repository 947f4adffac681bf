using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>What a failed fetch or an unreadable list says against its source.</summary>
internal static class PollFailures
{
    // Feeds that are not there come back surprisingly often; what the rules forbid does not.
    public static PollFailure Of(FetchFailed failed) => new(
        failed.Sentence,
        failed switch
        {
            { Transient: true, Reason: not FetchFailureReason.Dns } => FailureWeight.Passing,
            { Reason: FetchFailureReason.AddressNotAllowed or FetchFailureReason.TooLarge } or { Status: StatusCodes.Status410Gone } => FailureWeight.Hard,
            _ => FailureWeight.Soft,
        },
        failed.Status == StatusCodes.Status410Gone,
        AskedPause(failed));

    /// <summary>How long the site asks to be left alone, by 429 or 503; a 429 that does not say is a minute.</summary>
    public static TimeSpan? AskedPause(FetchFailed failed) => failed.Status switch
    {
        StatusCodes.Status429TooManyRequests => failed.RetryAfter ?? TimeSpan.FromMinutes(1),
        StatusCodes.Status503ServiceUnavailable => failed.RetryAfter,
        _ => null,
    };

    public static PollFailure Unreadable(Exception problem, TimeSpan? retryAfter) =>
        new(problem.Message, problem is UnreadableArticleException { IsBotWall: true } or UnreadableArticleException { IsForNow: true } or UnreadableFeedException { IsForNow: true } ? FailureWeight.Passing : FailureWeight.Hard, RetryAfter: retryAfter);
}
