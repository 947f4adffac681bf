using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// Where and in which order a question's hits stand. The text depends only on which conditions are set, never on their values, so that few statements are
/// prepared. CROSS JOIN fixes the order: words lead, and their numbers are the order of time, so that nothing is sorted.
/// </summary>
/// <param name="Key">The column with the hit's key.</param>
/// <param name="Rows">The tables and conditions, for <c>FROM</c>; the row of <c>hits</c> is <c>h</c>.</param>
/// <param name="Keys">The same for who reads no column of <c>hits</c>.</param>
/// <param name="Values">The parameters.</param>
/// <param name="OldestFirst">The order.</param>
internal sealed record SqliteHitSelection(string Key, string Rows, string Keys, IReadOnlyList<(string Name, object? Value)> Values, bool OldestFirst = false)
{
    private const string OfStory = "SELECT x.key AS key FROM articles a JOIN hits x ON x.article = a.key WHERE a.standing = 1 AND a.story_id";

    public static SqliteHitSelection Of(HitQuery query)
    {
        var match = query.Where is { } where ? SqliteSearchText.Match(where) : null;

        // The plus keeps the planner from asking the words once for every article of the story.
        var (key, member) = match is null ? ("h.key", "h.key") : ("words.rowid", "+words.rowid");

        // A story's articles lie close together: between the first and the last of them there is little to walk.
        var oldest = query.InStories.Count == 0 ? "$oldest" : $"max($oldest, (SELECT min(key) FROM ({OfStory} = $in0)))";
        var newest = query.InStories.Count == 0 ? "$newest" : $"min($newest, (SELECT max(key) FROM ({OfStory} = $in0)))";
        var conditions = new List<string> { $"{key} BETWEEN {oldest} AND {newest}" };
        var values = new List<(string, object?)>
        {
            ("$oldest", query is { After: { } before, OldestFirst: true } ? Math.Max(before.Key + 1, query.Oldest) : query.Oldest),
            ("$newest", query is { After: { } after, OldestFirst: false } ? Math.Min(after.Key - 1, query.Newest) : query.Newest),
        };
        if (match is not null)
        {
            conditions.Add("words MATCH $match");
            values.Add(("$match", match));
        }

        conditions.AddRange(query.InStories.Select((_, i) => $"{member} IN ({OfStory} = $in{i})"));
        values.AddRange(query.InStories.Select((story, i) => ($"$in{i}", (object?)story)));
        conditions.AddRange(query.NotInStories.Select((_, i) => $"{member} NOT IN ({OfStory} = $not{i})"));
        values.AddRange(query.NotInStories.Select((story, i) => ($"$not{i}", (object?)story)));
        var all = string.Join(" AND ", conditions);
        return match is null
            ? new SqliteHitSelection(key, $"hits h WHERE {all}", $"hits h WHERE {all}", values, query.OldestFirst)
            : new SqliteHitSelection(key, $"words CROSS JOIN hits h ON h.key = words.rowid WHERE {all}", $"words WHERE {all}", values, query.OldestFirst);
    }

    /// <summary>The statement that reads columns of the newest hits (or the oldest), at most <c>$limit</c>.</summary>
    public string Newest(string columns) => $"SELECT {columns} FROM {Rows} ORDER BY {Key} {(OldestFirst ? "ASC" : "DESC")} LIMIT $limit";

    /// <summary>The parameters of <see cref="Newest"/> with its limit, and further ones.</summary>
    public (string Name, object? Value)[] With(int limit, params ReadOnlySpan<(string Name, object? Value)> more) => [.. Values, ("$limit", limit), .. more];
}
