using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>Reads the sources that a request can name.</summary>
internal sealed class NewsApiSourceReader(ReportedSources sources, IArticleSearch search)
{
    // More are refused anyway.
    private const int MostLookedUp = 20;

    /// <param name="named">Ids that the request names.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<NewsApiSources> ReadAsync(IReadOnlyList<string> named, CancellationToken ct)
    {
        var reported = await sources.ReadAsync(ct);
        var pushed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in named.Except(reported.Select(source => source.SourceId), StringComparer.OrdinalIgnoreCase).Take(MostLookedUp))
        {
            if (await search.CountAsync(new ArticleQuery { Text = new LabelClause(ArticleLabels.Source(id)) }, most: 1, ct) > 0)
            {
                pushed.Add(id);
            }
        }

        return new NewsApiSources(reported, pushed);
    }
}
