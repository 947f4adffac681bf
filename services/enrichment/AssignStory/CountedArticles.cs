namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The newest articles of a language, by which it is told how common a term is: a bounded number, so that a start need not read the terms of all that ever came.</summary>
/// <param name="kept">How many.</param>
internal sealed class CountedArticles(int kept)
{
    private readonly List<CountedArticle> _places = [];
    private long _added;

    public int Count => _places.Count;

    /// <summary>Those without terms, by their places.</summary>
    public IEnumerable<(int Place, long Position)> WithoutNumbers =>
        _places.Index().Where(place => place.Item.Numbers is null).Select(place => (place.Index, place.Item.Position));

    /// <summary>Takes one in; gives the one that is dropped for it, null while there is room.</summary>
    public CountedArticle? Add(CountedArticle article)
    {
        var place = (int)(_added++ % kept);
        if (place == _places.Count)
        {
            _places.Add(article);
            return null;
        }

        var displaced = _places[place];
        _places[place] = article;
        return displaced;
    }

    /// <summary>Undoes the last <see cref="Add"/>; gives what was added.</summary>
    public CountedArticle TakeBack(CountedArticle? displaced)
    {
        var place = (int)(--_added % kept);
        var added = _places[place];
        if (displaced is { } before)
        {
            _places[place] = before;
        }
        else
        {
            _places.RemoveAt(place);
        }

        return added;
    }

    public void Supply(int place, int[] numbers) => _places[place] = _places[place] with { Numbers = numbers };

    /// <summary>Their entries' positions, the oldest first.</summary>
    public long[] Positions()
    {
        var oldest = _places.Count < kept ? 0 : (int)(_added % kept);
        return [.. _places.Skip(oldest).Concat(_places.Take(oldest)).Select(place => place.Position)];
    }
}

/// <summary>An article counted.</summary>
/// <param name="Position">Its entry in the log.</param>
/// <param name="Numbers">The numbers of its terms; null until they are known.</param>
internal readonly record struct CountedArticle(long Position, int[]? Numbers);
