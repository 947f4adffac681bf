using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.TellTimeline;

/// <summary>Who reported what when.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Title">As readers see it.</param>
/// <param name="ArticleCount">All visible articles of the story.</param>
/// <param name="IsWhole">False when the story has more articles than the newest 500, which are told.</param>
/// <param name="Sources">Each source once, in the order in which they came to report.</param>
/// <param name="Events">The earliest first.</param>
internal sealed record StoryTimeline(string StoryId, string Title, int ArticleCount, bool IsWhole, IReadOnlyList<TimelineSource> Sources, IReadOnlyList<TimelineEvent> Events)
{
    /// <summary>Articles that one answer tells of.</summary>
    public const int MostArticles = 500;

    /// <summary>The timeline of these articles.</summary>
    /// <param name="storyId">Of the story.</param>
    /// <param name="title">Of the story.</param>
    /// <param name="total">All its visible articles.</param>
    /// <param name="articles">Those to tell of, at least one.</param>
    public static StoryTimeline Of(string storyId, string title, int total, IReadOnlyList<PublishedArticle> articles)
    {
        var reports = articles.OrderBy(article => article.Time).ThenBy(article => article.ArticleId, StringComparer.Ordinal).ToList();
        var first = reports[0];
        var events = reports
            .Select(article => new TimelineEvent(article.Time, KindOf(article, first), SecondsSince(first, article.Time), article.DuplicateOf, StoryArticleResource.Of(article)))
            .Concat(reports.Where(IsRevised).Select(article => new TimelineEvent(article.StoredAt, TimelineKinds.Revised, SecondsSince(first, article.StoredAt), null, StoryArticleResource.Of(article))));
        var sources = reports.GroupBy(article => article.Content.Source.Id).Select(source => new TimelineSource(source.First().Content.Source, source.First().Time, SecondsSince(first, source.First().Time), source.Count()));
        return new StoryTimeline(storyId, title, total, articles.Count >= total, [.. sources], [.. events.OrderBy(told => told.At)]);
    }

    private static string KindOf(PublishedArticle article, PublishedArticle first) => article switch
    {
        _ when ReferenceEquals(article, first) => TimelineKinds.First,
        { DuplicateKind: DuplicateKinds.Update } => TimelineKinds.Update,
        { DuplicateOf: not null } => TimelineKinds.Repeat,
        { IsLate: true } => TimelineKinds.Late,
        _ => TimelineKinds.Report,
    };

    private static bool IsRevised(PublishedArticle article) => article.Revision > 1;

    private static long SecondsSince(PublishedArticle first, DateTimeOffset time) => (long)(time - first.Time).TotalSeconds;
}

/// <summary>One source in a story.</summary>
/// <param name="Source">Who.</param>
/// <param name="FirstAt">The time of its first article.</param>
/// <param name="SecondsAfterFirst">How long after the story's first report that was.</param>
/// <param name="Articles">How many it has here.</param>
internal sealed record TimelineSource(ArticleSource Source, DateTimeOffset FirstAt, long SecondsAfterFirst, int Articles);

/// <summary>Something that happened to a story.</summary>
/// <param name="At">The article's time; of <c>revised</c> when its newest revision came.</param>
/// <param name="Kind">One of <see cref="TimelineKinds"/>.</param>
/// <param name="SecondsAfterFirst">How long after the first report.</param>
/// <param name="DuplicateOf">The earlier article that this one repeats or goes on; null when it is a text of its own.</param>
/// <param name="Article">Its head.</param>
internal sealed record TimelineEvent(DateTimeOffset At, string Kind, long SecondsAfterFirst, string? DuplicateOf, StoryArticleResource Article);

/// <summary>The closed set of what happens to a story.</summary>
internal static class TimelineKinds
{
    /// <summary>The earliest article.</summary>
    public const string First = "first";

    /// <summary>A further article of a text of its own.</summary>
    public const string Report = "report";

    /// <summary>An article that came in long after it was published.</summary>
    public const string Late = "late";

    /// <summary>An article that goes on where an earlier one ended.</summary>
    public const string Update = "update";

    /// <summary>An article that tells what an earlier one told.</summary>
    public const string Repeat = "repeat";

    /// <summary>An article was changed by its publisher.</summary>
    public const string Revised = "revised";
}
