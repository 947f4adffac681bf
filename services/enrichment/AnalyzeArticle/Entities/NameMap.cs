using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Where the lists of places and organisations know a name in the text.</summary>
internal sealed class NameMap
{
    private readonly Mention?[] _cover;
    private readonly ArticleText _article;
    private readonly EntityLexicon _lexicon;

    public NameMap(ArticleText article, EntityLexicon lexicon)
    {
        (_article, _lexicon) = (article, lexicon);
        _cover = new Mention?[article.Words.Count];
        for (var i = 0; i < article.Words.Count; i++)
        {
            if (Match(article, lexicon, i) is { } mention)
            {
                Mentions.Add(mention);
                Array.Fill(_cover, mention, i, mention.Count);
                i = mention.Last;
            }
        }
    }

    public List<Mention> Mentions { get; } = [];

    public bool Covers(int index) => _cover[index] is not null;

    /// <summary>The listed name that covers the word; null when none does.</summary>
    public Mention? At(int index) => _cover[index];

    /// <summary>Whether the listed name is also a given name: a person when a surname follows ("Джорджия Мелони").</summary>
    public bool IsAmbiguousName(int index) =>
        _cover[index] is { Count: 1 } && _article.Words[index].Shape == WordShape.Title && _lexicon.GivenName(_article.Words[index].Form) is not null;

    /// <summary>Whether a listed place may be a surname ("Джек Лондон").</summary>
    public bool IsSingleUnlisted(int index) =>
        _cover[index] is { Count: 1, Type: EntityTypes.Place } && index > 0 && _article.Adjacent(index - 1)
        && _lexicon.GivenName(_article.Words[index - 1].Form) is not null;

    private static Mention? Match(ArticleText article, EntityLexicon lexicon, int index)
    {
        var place = lexicon.Places.At(article.Words, index);
        var organisation = lexicon.Organisations.At(article.Words, index);
        if (place is null && organisation is null)
        {
            return null;
        }

        return (organisation?.Length ?? 0) > (place?.Length ?? 0)
            ? new Mention(index, index + organisation!.Length - 1, EntityTypes.Organisation, organisation.Name)
            : place is null ? new Mention(index, index + organisation!.Length - 1, EntityTypes.Organisation, organisation.Name)
            : new Mention(index, index + place.Length - 1, EntityTypes.Place, place.Name);
    }
}
