using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.WithdrawArticle;

/// <summary>Takes an article back: the withdrawal is its next revision, with a journey of its own. An optional <c>?reason=</c> goes on the tombstone.</summary>
internal static class WithdrawArticleEndpoint
{
    private const int MaxReasonLength = 500;

    public static void MapWithdrawArticle(this IEndpointRouteBuilder app) =>
        app.MapDelete("/api/v1/articles/{id}", HandleAsync)
            .WithName("WithdrawArticle")
            .WithSummary("Takes an article back; ?reason= goes on its tombstone.")
            .Produces<ArticleReceipt>(StatusCodes.Status202Accepted)
            .ProducesProblems(400, 404, 410);

    private static async Task<IResult> HandleAsync(
        string id, string? reason, IArticleStore articles, DispatchSignal signal, TimeProvider time, CancellationToken ct)
    {
        if (reason?.Length > MaxReasonLength)
            return Problems.BadRequest($"reason is {reason.Length} characters long: give at most {MaxReasonLength}.");

        var written = await new ArticleUpdates(articles).ApplyAsync([id], row => Decide(row, reason, time.GetUtcNow()), ct);
        if (written is [var withdrawn])
        {
            signal.Wake();
            var receipt = ArticleReceipt.Of(withdrawn.Id, withdrawn.Revision);
            return TypedResults.Accepted(receipt.Journey, receipt);
        }

        return (await articles.FindAsync([id], ct)).TryGetValue(id, out var known)
            ? Problems.Gone($"Article '{id}' was withdrawn already.", Tombstone(known))
            : Problems.NotFound($"There is no article '{id}'.");
    }

    private static ArticleWrite? Decide(Article article, string? reason, DateTimeOffset now) =>
        article is { IsWithdrawal: true, IsExpired: false } ? null : new ArticleWrite(ArticleAcceptance.Withdraw(article, reason, now) with { TraceParent = ArticleTrace.Here }, ContentChange.Remove);

    private static Dictionary<string, object?> Tombstone(Article article) => new(StringComparer.Ordinal)
    {
        ["id"] = article.Id,
        ["revision"] = article.Revision,
        ["withdrawnAt"] = article.AcceptedAt,
        ["reason"] = article.WithdrawalReason,
    };
}
