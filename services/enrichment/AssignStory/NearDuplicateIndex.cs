using System.Runtime.InteropServices;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Finds articles whose text is nearly the same, by the bands of their MinHash signatures.</summary>
internal sealed class NearDuplicateIndex
{
    // A band shared by more articles is boilerplate; the newest are the ones that a reprint follows.
    private const int ComparedPerBand = 16;

    private readonly Dictionary<ulong, List<string>> _articlesByBand = [];
    private readonly Dictionary<string, IReadOnlyList<uint>> _signatures = new(StringComparer.Ordinal);

    public void Add(string articleId, IReadOnlyList<uint> signature)
    {
        _signatures.Add(articleId, signature);
        foreach (var band in MinHash.Bands(signature))
        {
            ref var articles = ref CollectionsMarshal.GetValueRefOrAddDefault(_articlesByBand, band, out _);
            (articles ??= []).Add(articleId);
        }
    }

    public void Remove(string articleId)
    {
        _signatures.Remove(articleId, out var signature);
        foreach (var band in MinHash.Bands(signature!))
        {
            var articles = _articlesByBand[band];
            articles.Remove(articleId);
            if (articles.Count == 0)
            {
                _articlesByBand.Remove(band);
            }
        }
    }

    /// <summary>Articles that share a band, with how alike they are, most alike first.</summary>
    public IEnumerable<(string ArticleId, double Similarity)> Near(IReadOnlyList<uint> signature)
    {
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var band in MinHash.Bands(signature))
        {
            if (_articlesByBand.TryGetValue(band, out var articles))
            {
                candidates.UnionWith(articles.TakeLast(ComparedPerBand));
            }
        }

        return candidates.Select(id => (id, MinHash.Similarity(signature, _signatures[id]))).OrderByDescending(pair => pair.Item2);
    }
}
