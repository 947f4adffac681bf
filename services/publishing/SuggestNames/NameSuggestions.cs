using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SuggestNames;

/// <summary>A name that begins as what is typed.</summary>
/// <param name="Text">In its normal form; what <c>q</c> and <c>entity</c> find.</param>
/// <param name="Type">PER, ORG or LOC.</param>
/// <param name="Articles">Of the newest 5,000, so many name it.</param>
internal sealed record NameSuggestion(string Text, string Type, int Articles);

/// <summary>
/// Completes what is typed by the persons, organisations and places of the newest articles: what people search for is in the news. The names are read anew
/// every half minute, so that a keystroke costs no reading.
/// </summary>
internal sealed class NameSuggestions(IArticleSearch search, TimeProvider clock) : IDisposable
{
    public const int MostSuggestions = 20;

    private const int NamesKept = 5_000;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _reading = new(1);

    private volatile Names? _last;

    /// <summary>The names of which a word begins so, in any case: those that begin with it themselves first, then the most frequent.</summary>
    /// <param name="typed">One word or several; of the last one the beginning.</param>
    /// <param name="limit">1 to 20.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<NameSuggestion>> FindAsync(string typed, int limit, CancellationToken ct)
    {
        var names = await ReadAsync(ct);
        return
        [
            .. names.Where(name => BeginsAWord(name.Name, typed))
                .OrderByDescending(name => name.Name.StartsWith(typed, StringComparison.CurrentCultureIgnoreCase))
                .ThenByDescending(name => name.Articles)
                .Take(limit)
                .Select(name => new NameSuggestion(name.Name, name.Type, name.Articles)),
        ];
    }

    public void Dispose() => _reading.Dispose();

    private static bool BeginsAWord(string name, string typed)
    {
        for (var at = name.IndexOf(typed, StringComparison.CurrentCultureIgnoreCase); at >= 0; at = name.IndexOf(typed, at + 1, StringComparison.CurrentCultureIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(name[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<EntityCount>> ReadAsync(CancellationToken ct)
    {
        if (Current is { } current)
        {
            return current;
        }

        await _reading.WaitAsync(ct);
        try
        {
            if (Current is { } readMeanwhile)
            {
                return readMeanwhile;
            }

            var read = await search.CountEntitiesAsync(new ArticleQuery { Limit = NamesKept }, EntityCount.UsualArticles, ct);
            _last = new Names(clock.GetTimestamp(), read);
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    private IReadOnlyList<EntityCount>? Current => _last is { } last && clock.GetElapsedTime(last.At) < Kept ? last.All : null;

    private sealed record Names(long At, IReadOnlyList<EntityCount> All);
}
