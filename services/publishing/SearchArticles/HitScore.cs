using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>How well a hit answers a question: where its words stand, how fresh it is, whether another told it before. Pure, so that every engine ranks alike.</summary>
internal static class HitScore
{
    private const double TitleWeight = 4;
    private const double DescriptionWeight = 2;
    private const double CoreWeight = 1.5;
    private const double ContentWeight = 1;
    private const double PhraseWeight = 1.5;
    private const double DuplicateWeight = 0.5;

    // Old news keeps a share for good: a title of last year stays above words in passing of today.
    private const double LastingShare = 0.3;

    /// <summary>After so long freshness counts half of what it did.</summary>
    public static TimeSpan HalfLife { get; } = TimeSpan.FromDays(7);

    /// <summary>The score; it does not depend on any other article, so that no page moves when one comes in.</summary>
    /// <param name="hit">With its fields for each of <paramref name="scored"/>.</param>
    /// <param name="scored">The conditions.</param>
    /// <param name="asOf">From when its age counts.</param>
    public static double Of(Hit hit, IReadOnlyList<TextClause> scored, DateTimeOffset asOf)
    {
        var words = 0.0;
        for (var i = 0; i < scored.Count; i++)
        {
            words += WeightOf(hit.Fields[i]) * (scored[i].IsPhrase ? PhraseWeight : 1);
        }

        var age = asOf - HitKey.Time(hit.Place.Key);
        var freshness = LastingShare + ((1 - LastingShare) * Math.Pow(0.5, Math.Max(0, age / HalfLife)));
        return words * freshness * (hit.IsDuplicate ? DuplicateWeight : 1);
    }

    private static double WeightOf(ArticleFields fields) =>
        (fields & ArticleFields.Title) != ArticleFields.None ? TitleWeight
        : (fields & ArticleFields.Description) != ArticleFields.None ? DescriptionWeight
        : (fields & ArticleFields.Core) != ArticleFields.None ? CoreWeight
        : (fields & ArticleFields.Content) != ArticleFields.None ? ContentWeight : 0;
}
