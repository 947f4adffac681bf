using System.Globalization;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Http;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ShowRevisions;

/// <summary>Shows what an article said before and what changed. What readers may not see yet (under embargo, on its way) is left out.</summary>
internal static class RevisionsEndpoint
{
    public static void MapRevisions(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/v1/articles/{id}/revisions", HandleAsync)
            .WithName("ListRevisions")
            .WithSummary("An article's revisions, the newest first, each with its word diff to the one before, and the sources that brought the article.")
            .Produces<RevisionPage>()
            .ProducesProblems(400, 404, 410);

    private static async Task<IResult> HandleAsync(
        string id, string? limit, string? cursor, IArticleStore articles, IRevisionStore revisions, TimeProvider time, CancellationToken ct)
    {
        if (ListPosition.Read(limit, cursor, out var size, out var after) is { } problem)
            return Problems.BadRequest(problem);

        if (!(await articles.FindAsync([id], ct)).TryGetValue(id, out var row))
            return Problems.NotFound($"There is no article '{id}'.");

        if (row.IsWithdrawal)
            return Problems.Gone($"Article '{id}' {(row.IsExpired ? "expired by the retention policy" : "was withdrawn")}: its revisions are gone with it.");

        var shown = await ReadShownAsync(row, articles, revisions, time.GetUtcNow(), ct);
        return shown.Count == 0 ? Problems.NotFound($"Article '{id}' is not published yet.") : TypedResults.Ok(PageOf(row, shown, size, after));
    }

    // The oldest first.
    private static async Task<List<StoredRevision>> ReadShownAsync(Article row, IArticleStore articles, IRevisionStore revisions, DateTimeOffset now, CancellationToken ct)
    {
        var earlier = await revisions.ReadEarlierAsync(row.Id, ct);
        var newest = (await articles.ReadContentsAsync([row.Id], ct)).GetValueOrDefault(row.Id);
        IEnumerable<StoredRevision> all = newest is null ? earlier : [.. earlier.Where(one => one.Revision < newest.Revision), new StoredRevision(newest.Revision, newest.AcceptedAt, newest.Content)];
        return [.. all.Where(one => one.Revision <= row.AnsweredRevision && !(one.Content.EmbargoedUntil > now))];
    }

    private static RevisionPage PageOf(Article row, List<StoredRevision> shown, int size, string? after)
    {
        var below = long.TryParse(after, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        var items = new List<RevisionView>();
        var at = shown.FindLastIndex(one => one.Revision < below);
        for (; at >= 0 && items.Count < size; at--)
            items.Add(RevisionView.Of(shown[at], at > 0 ? shown[at - 1] : null));

        var next = at >= 0 ? Cursor.Encode(new ListPosition(items[^1].Revision.ToString(CultureInfo.InvariantCulture))) : null;
        return new RevisionPage(row.Id, shown[^1].Revision, row.SeenIn, items, next);
    }
}
