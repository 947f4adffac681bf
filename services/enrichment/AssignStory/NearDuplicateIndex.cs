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

    private const int End = -1;

    private readonly Dictionary<ulong, int> _newestInBand = [];
    private readonly Dictionary<string, IReadOnlyList<uint>> _signatures = new(StringComparer.Ordinal);
    private readonly List<Place> _places = [];
    private int _free = End;

    public void Add(string articleId, IReadOnlyList<uint> signature)
    {
        _signatures.Add(articleId, signature);
        foreach (var band in MinHash.Bands(signature))
        {
            ref var newest = ref CollectionsMarshal.GetValueRefOrAddDefault(_newestInBand, band, out var known);
            newest = Take(new Place(articleId, known ? newest : End));
        }
    }

    public void Remove(string articleId)
    {
        _signatures.Remove(articleId, out var signature);
        foreach (var band in MinHash.Bands(signature!))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(_newestInBand, band);
            while (_places[place].ArticleId != articleId)
            {
                place = ref CollectionsMarshal.AsSpan(_places)[place].Older;
            }

            var (found, older) = (place, _places[place].Older);
            place = older;
            GiveBack(found);
            if (_newestInBand[band] == End)
            {
                _newestInBand.Remove(band);
            }
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
