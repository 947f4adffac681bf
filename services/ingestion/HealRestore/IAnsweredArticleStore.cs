using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.HealRestore;

/// <summary>The articles whose journeys are closed, in order of the answers that closed them.</summary>
internal interface IAnsweredArticleStore
{
    /// <summary>
    /// Published, withdrawn and expired rows answered from <paramref name="from"/> to <paramref name="until"/>, from the one after <paramref name="after"/> on;
    /// first those of which it is not known when (stored by version 0.1).
    /// </summary>
    Task<IReadOnlyList<Article>> ReadAnsweredAsync(DateTimeOffset from, DateTimeOffset until, AnsweredPosition? after, int limit, CancellationToken ct);
}

/// <summary>A place in the order of answers.</summary>
internal sealed record AnsweredPosition(DateTimeOffset? AnsweredAt, string ArticleId);
