using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ShowRevisions;

/// <summary>An article's revisions, the newest first.</summary>
/// <param name="Id">The article.</param>
/// <param name="Revision">The newest revision that is shown.</param>
/// <param name="SeenIn">The sources that brought the article.</param>
/// <param name="Items">This page.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
internal sealed record RevisionPage(string Id, long Revision, IReadOnlyList<Sighting> SeenIn, IReadOnlyList<RevisionView> Items, string? Next);

/// <summary>One revision beside the one before it.</summary>
/// <param name="Revision">Its number; numbers that are missing brought no other content.</param>
/// <param name="At">When it came in; null for what version 0.1 stored.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Changes">What changed, field by field; empty for the earliest.</param>
/// <param name="WordsAdded">Words that came, in all fields.</param>
/// <param name="WordsRemoved">Words that went.</param>
internal sealed record RevisionView(long Revision, DateTimeOffset? At, string Title, IReadOnlyList<FieldChange> Changes, int WordsAdded, int WordsRemoved)
{
    public static RevisionView Of(StoredRevision revision, StoredRevision? before)
    {
        var changes = before is null ? [] : ChangesOf(before.Content, revision.Content);
        return new RevisionView(revision.Revision, revision.AcceptedAt, revision.Content.Title, changes, Count(changes, WordDiff.Added), Count(changes, WordDiff.Removed));
    }

    private static List<FieldChange> ChangesOf(ArticleContent before, ArticleContent after) =>
    [
        .. new[]
        {
            FieldChange.Of("title", before.Title, after.Title),
            FieldChange.Of("subtitle", before.Subtitle, after.Subtitle),
            FieldChange.Of("correction", before.Correction, after.Correction),
            FieldChange.Of("description", before.Description, after.Description),
            FieldChange.Of("authors", string.Join(", ", before.Authors), string.Join(", ", after.Authors)),
            FieldChange.Of("text", before.Text(), after.Text()),
        }.OfType<FieldChange>(),
    ];

    private static int Count(IReadOnlyList<FieldChange> changes, string op) =>
        changes.SelectMany(change => change.Parts).Where(part => part.Op == op).Sum(part => WordDiff.CountWords(part.Text));
}

/// <summary>What became of one field.</summary>
/// <param name="Field">title, subtitle, correction, description, authors or text.</param>
/// <param name="Parts">In the order of the text.</param>
internal sealed record FieldChange(string Field, IReadOnlyList<DiffPart> Parts)
{
    /// <summary>Null when nothing changed.</summary>
    public static FieldChange? Of(string field, string? before, string? after) =>
        string.Equals(before ?? string.Empty, after ?? string.Empty, StringComparison.Ordinal) ? null : new FieldChange(field, WordDiff.Of(before ?? string.Empty, after ?? string.Empty));
}
