namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>A filter as written: a value, or several parted by commas of which one must hold; those behind a dash must not.</summary>
/// <param name="Wanted">Empty = any.</param>
/// <param name="Unwanted">None of these.</param>
internal sealed record ValueFilter(IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted)
{
    /// <summary>Values of one filter at most: each is a walk of its own.</summary>
    public const int MaximumValues = 20;

    /// <summary>The values; commas part them only where <paramref name="isList"/>, since names hold some.</summary>
    public static ValueFilter Read(string? text, bool isList)
    {
        IEnumerable<string> values = text is null ? [] : isList ? text.Split(',') : [text];
        var lookup = values.Select(value => value.Trim()).Where(value => value.Trim('-').Length > 0).ToLookup(value => value[0] == '-', value => value.TrimStart('-').Trim());
        return new ValueFilter([.. lookup[false]], [.. lookup[true]]);
    }

    /// <summary>Whether a filter of this value alone asks for it as it stands.</summary>
    public static bool IsPlain(string value, bool isList) => Read(value, isList) is { Wanted: [var only], Unwanted: [] } && only == value.Trim();

    /// <summary>The conditions on an article's labels; a value may stand for any one of several labels.</summary>
    public IEnumerable<SearchExpression> On(params IReadOnlyList<Func<string, string>> labels)
    {
        if (AnyOf(Wanted) is { } wanted)
        {
            yield return wanted;
        }

        if (AnyOf(Unwanted) is { } unwanted)
        {
            yield return new Excluding(unwanted);
        }

        SearchExpression? AnyOf(IReadOnlyList<string> values) =>
            SearchExpression.Any([.. values.SelectMany(value => labels.Select(label => new LabelClause(label(value))))]);
    }
}
