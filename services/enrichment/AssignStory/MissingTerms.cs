using System.Runtime.InteropServices;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// What the heads of the log leave out and decisions need: the terms of the members of open stories, and of the articles by which it is told how common a
/// term is. An article of a closed story can never be joined again: what it was compared by is never read.
/// </summary>
internal sealed class MissingTerms
{
    private const int NoPlace = -1;

    private readonly StoryIndex _index;
    private readonly Dictionary<long, Wanted> _wanted = [];

    public MissingTerms(StoryIndex index)
    {
        _index = index;
        foreach (var article in index.OpenMembers.Where(article => article is { TermsAt: > 0, Vector: null }))
        {
            At(article.TermsAt) = new Wanted(article.ArticleId, index.Language(article.Language), NoPlace, NoPlace);
        }

        foreach (var (name, language) in index.Languages)
        {
            foreach (var (place, position) in language.Uncounted)
            {
                ref var wanted = ref At(position);
                wanted = name == StoryLinks.AnyLanguage
                    ? wanted with { NamesPlace = place }
                    : wanted with { Words = language, WordsPlace = place };
            }
        }

        Positions = [.. _wanted.Keys.Order()];
    }

    /// <summary>The entries that hold them, ascending.</summary>
    public IReadOnlyList<long> Positions { get; }

    /// <summary>Takes in what one entry holds.</summary>
    public void Supply(long position, byte[] body)
    {
        var wanted = _wanted[position];
        var any = _index.Language(StoryLinks.AnyLanguage);
        var terms = AssignedFormat.ReadNumbered(position, body, wanted.Words, any, compared: wanted.ArticleId is not null);
        if (wanted.WordsPlace != NoPlace)
        {
            wanted.Words!.Count(wanted.WordsPlace, terms.Words);
        }

        if (wanted.NamesPlace != NoPlace)
        {
            any.Count(wanted.NamesPlace, terms.Names);
        }

        if (wanted.ArticleId is { } id)
        {
            _index.Put(_index.Article(id)! with { Vector = terms.Vector, CrossLanguage = terms.CrossLanguage, Fingerprint = terms.Fingerprint, Sketch = terms.Sketch });
        }
    }

    private ref Wanted At(long position)
    {
        ref var wanted = ref CollectionsMarshal.GetValueRefOrAddDefault(_wanted, position, out var known);
        if (!known)
        {
            wanted = new Wanted(null, null, NoPlace, NoPlace);
        }

        return ref wanted;
    }

    /// <summary>What one entry's terms are for.</summary>
    /// <param name="ArticleId">The member that is compared by them; null when its story is closed.</param>
    /// <param name="Words">The article's language; null when only names are counted.</param>
    /// <param name="WordsPlace">Its place among the articles counted there.</param>
    /// <param name="NamesPlace">The same across languages.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Wanted(string? ArticleId, LanguageIndex? Words, int WordsPlace, int NamesPlace);
}
