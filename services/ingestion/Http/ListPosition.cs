using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Ingestion.Http;

/// <summary>The place in a list that is in order of id.</summary>
internal sealed record ListPosition(string After)
{
    /// <summary>Reads <c>?limit=</c> and <c>?cursor=</c>; a sentence when one of them is wrong.</summary>
    public static string? Read(string? limit, string? cursor, out int size, out string? after)
    {
        after = null;
        size = PageLimits.Parse(limit, out var problem) ?? 0;
        if (size == 0)
            return problem;

        if (string.IsNullOrEmpty(cursor))
            return null;

        if (!Cursor.TryDecode<ListPosition>(cursor, out var position) || position?.After is null)
            return "cursor is not one of this list: leave it out to start anew.";

        after = position.After;
        return null;
    }

    /// <summary>A page of at most <paramref name="size"/> items out of what was found, which is one more when there is a next page.</summary>
    public static Page<TView> PageOf<T, TView>(IReadOnlyList<T> found, int size, Func<T, string> idOf, Func<T, TView> view)
    {
        var next = found.Count > size ? Cursor.Encode(new ListPosition(idOf(found[size - 1]))) : null;
        return new Page<TView>([.. found.Take(size).Select(view)], next);
    }
}
