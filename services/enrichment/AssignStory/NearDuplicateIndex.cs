using System.Runtime.InteropServices;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Finds articles whose text is nearly the same, by the bands of their MinHash signatures. An article is in 21 bands, most of them its
/// own: a band is the newest of a chain of places in one list.
/// </summary>
internal sealed class NearDuplicateIndex
{
    // A band shared by more articles is boilerplate; the newest are the ones that a reprint follows.
    private const int ComparedPerBand = 16;

    // Older ones are dropped from a band that many share: nothing would ever look at them, and finding one of them again means to walk past all newer ones.
    private const int KeptPerBand = 64;

    private const int End = -1;

    private readonly Dictionary<ulong, int> _newestInBand = [];
    private readonly Dictionary<string, IReadOnlyList<uint>> _signatures = new(StringComparer.Ordinal);
    private readonly List<Place> _places = [];
    private int _free = End;

    /// <summary>Makes room for so many articles at once.</summary>
    public void MakeRoom(int articles)
    {
        _signatures.EnsureCapacity(articles);
        _newestInBand.EnsureCapacity(articles * MinHash.BandCount);
        _places.EnsureCapacity(articles * MinHash.BandCount);
    }

    public void Add(string articleId, IReadOnlyList<uint> signature)
    {
        _signatures.Add(articleId, signature);
        foreach (var band in MinHash.Bands(signature))
        {
            ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newestInBand, band, out var known);
            newest = Take(new Place(articleId, known ? newest : End));
            DropBeyond(newest, KeptPerBand);
        }
    }

    public void Remove(string articleId)
    {
        _signatures.Remove(articleId, out var signature);
        foreach (var band in MinHash.Bands(signature!))
        {
            Remove(band, articleId);
        }
    }

    /// <summary>Articles that share a band, with how alike they are, most alike first.</summary>
    public IEnumerable<(string ArticleId, double Similarity)> Near(IReadOnlyList<uint> signature)
    {
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var band in MinHash.Bands(signature))
        {
            var place = _newestInBand.GetValueOrDefault(band, End);
            for (var compared = 0; place != End && compared < ComparedPerBand; compared++)
            {
                candidates.Add(_places[place].ArticleId);
                place = _places[place].Older;
            }
        }

        return candidates.Select(id => (id, MinHash.Similarity(signature, _signatures[id]))).OrderByDescending(pair => pair.Item2);
    }

    private void Remove(ulong band, string articleId)
    {
        if (!_newestInBand.TryGetValue(band, out var newest))
        {
            return;
        }

        var (newer, place) = (End, newest);
        while (place != End && _places[place].ArticleId != articleId)
        {
            (newer, place) = (place, _places[place].Older);
        }

        if (place == End)
        {
            return;
        }

        var older = _places[place].Older;
        GiveBack(place);
        if (newer != End)
        {
            CollectionsMarshal.AsSpan(_places)[newer].Older = older;
        }
        else if (older != End)
        {
            _newestInBand[band] = older;
        }
        else
        {
            _newestInBand.Remove(band);
        }
    }

    private void DropBeyond(int place, int kept)
    {
        var places = CollectionsMarshal.AsSpan(_places);
        for (var count = 1; count < kept && place != End; count++)
        {
            place = places[place].Older;
        }

        if (place != End && places[place].Older is var last and not End)
        {
            places[place].Older = End;
            GiveBack(last);
        }
    }

    private int Take(Place place)
    {
        if (_free == End)
        {
            _places.Add(place);
            return _places.Count - 1;
        }

        var taken = _free;
        _free = _places[taken].Older;
        _places[taken] = place;
        return taken;
    }

    private void GiveBack(int place)
    {
        _places[place] = new Place("", _free);
        _free = place;
    }

    /// <summary>One article in one band, and the place of the one before it; a free place points to the next free one.</summary>
    private struct Place(string articleId, int older)
    {
        public readonly string ArticleId = articleId;
        public int Older = older;
    }
}
