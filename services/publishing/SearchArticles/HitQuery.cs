using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>A question as the engines answer it: a condition on words and labels, stories, and a stretch of the order of time.</summary>
internal sealed record HitQuery
{
    /// <summary>Without any <see cref="StoryClause"/>; null = every article.</summary>
    public SearchExpression? Where { get; init; }

    /// <summary>The article belongs to every one of them (so at most one is of use).</summary>
    public IReadOnlyList<string> InStories { get; init; } = [];

    /// <summary>The article belongs to none of them.</summary>
    public IReadOnlyList<string> NotInStories { get; init; } = [];

    /// <summary>The oldest place, inclusive.</summary>
    public long Oldest { get; init; }

    /// <summary>The newest place, inclusive.</summary>
    public long Newest { get; init; } = long.MaxValue;

    /// <summary>The hit after which to begin; null = none.</summary>
    public HitPlace? After { get; init; }

    /// <summary>True gives the oldest hits first, and those newer than <see cref="After"/>.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>The query's conditions; its order, place and limit are the caller's.</summary>
    public static HitQuery Of(ArticleQuery query)
    {
        IReadOnlyList<SearchExpression> typed = query.Text switch { null => [], AllOf all => all.Parts, var one => [one] };
        SearchExpression?[] conditions =
        [
            .. typed,
            .. ValueFilter.Read(query.Language, isList: true).On(ArticleLabels.Language),
            .. ValueFilter.Read(query.SourceId, isList: true).On(ArticleLabels.Source),
            AnyOf(query.SourcesOfCountry),
            .. ValueFilter.Read(query.Domain, isList: true).On(ArticleLabels.Domain),
            .. ValueFilter.Read(query.Category, isList: true).On(ArticleLabels.Category),
            .. ValueFilter.Read(query.Section, isList: false).On(ArticleLabels.Section, ArticleLabels.Category),
            .. ValueFilter.Read(query.Entity, isList: false).On(ArticleLabels.Entity),
            .. ValueFilter.Read(query.Speaker, isList: false).On(ArticleLabels.Speaker),
            query.WithDuplicates ? null : new Excluding(new LabelClause(ArticleLabels.Duplicate)),
            query.StoryId is { } story ? new StoryClause(story) : null,
        ];
        return new HitQuery
        {
            Where = SearchExpression.All([.. conditions.OfType<SearchExpression>().Where(condition => condition is not (StoryClause or Excluding { Part: StoryClause }))]),
            InStories = [.. conditions.OfType<StoryClause>().Select(clause => clause.StoryId)],
            NotInStories = [.. conditions.OfType<Excluding>().Select(excluding => excluding.Part).OfType<StoryClause>().Select(clause => clause.StoryId)],
            Oldest = query.From is { } from ? HitKey.First(from) : 0,
            Newest = query.To is { } to ? HitKey.Last(to) : long.MaxValue,
        };
    }

    // No article bears the label of a source without an id: of no sources nothing is found, not everything.
    private static SearchExpression? AnyOf(IReadOnlyList<string>? sources) => sources is null
        ? null
        : SearchExpression.Any([.. sources.DefaultIfEmpty("").Select(id => new LabelClause(ArticleLabels.Source(id)))]);
}

/// <summary>The place of a hit in the order of time.</summary>
/// <param name="Key">See <see cref="HitKey"/>.</param>
/// <param name="ArticleId">Parts equal keys, where the engine leaves them equal.</param>
internal sealed record HitPlace(long Key, string ArticleId);

/// <summary>An article that answers a question, as far as lists need it: thousands are read for one page.</summary>
/// <param name="Place">Where it lies in the order of time.</param>
/// <param name="IsDuplicate">True when it tells what another article told before.</param>
/// <param name="Fields">For each scored condition where it holds; <see cref="ArticleFields.Content"/> stands for anywhere.</param>
internal sealed record Hit(HitPlace Place, bool IsDuplicate, IReadOnlyList<ArticleFields> Fields);

/// <summary>What of a hit is counted.</summary>
/// <param name="Place">Where it lies in the order of time.</param>
/// <param name="SourceId">Who published it.</param>
/// <param name="Language">Of its text.</param>
/// <param name="Section">The publisher's, or the category where it prints none; null when undecided.</param>
internal sealed record HitFacts(HitPlace Place, string SourceId, string Language, string? Section);
