using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>
/// Gives public bodies their whole names. The weights see a part of them or none: a name begins at the adjective of its town ("Диканського районного
/// управління", "Київську ОДА") and ends where <see cref="BodyExtent"/> tells.
/// </summary>
internal sealed class PublicBodies
{
    private const int MostAdjectives = 4;

    private static readonly string[] Ranks = ["держ", "національн", "верховн", "вищ", "конституційн", "апеляційн", "господарськ", "окружн", "головн", "генеральн", "центральн", "обласн", "районн", "міськ", "територіальн"];

    private readonly ArticleText _article;
    private readonly IReadOnlyList<Word> _words;
    private readonly Mention?[] _at;
    private readonly BodyExtent _extent;

    private PublicBodies(ArticleText article, IReadOnlyList<Mention> names)
    {
        (_article, _words, _at) = (article, article.Words, new Mention?[article.Words.Count]);
        _extent = new BodyExtent(article, _at);
        foreach (var name in names.OrderBy(name => name.Count))
        {
            Array.Fill(_at, name, name.First, name.Count);
        }
    }

    /// <summary>The names with whole bodies in place of what stood of them.</summary>
    public static IReadOnlyList<Mention> Of(ArticleText article, IReadOnlyList<Mention> names) => new PublicBodies(article, names).Whole(names);

    private IReadOnlyList<Mention> Whole(IReadOnlyList<Mention> names)
    {
        var begun = Begun().ToList();
        begun.ForEach(body => Array.Fill(_at, body, body.First, body.Count));
        var whole = new Mention?[_words.Count];
        foreach (var (name, isBegun) in names.Select(name => (name, false)).Concat(begun.Select(body => (body, true))).Where(body => body.Item1.Type == EntityTypes.Organisation))
        {
            var body = _extent.Of(name);
            if (isBegun || body != name)
            {
                Array.Fill(whole, body, body.First, body.Count);
            }
        }

        // What lies inside a whole one is part of its name; what it only touches was cut wrongly.
        return [.. names.Where(name => Array.FindIndex(whole, name.First, name.Count, body => body is not null) < 0), .. whole.OfType<Mention>().Distinct()];
    }

    private IEnumerable<Mention> Begun()
    {
        for (var noun = 1; noun < _words.Count; noun++)
        {
            if (IsBody(noun) && FirstOf(noun) is { } first && !(_at[first] is { Type: EntityTypes.Organisation } around && around.First < first))
            {
                var body = new Mention(first, LastSeen(first, noun), EntityTypes.Organisation);
                yield return body;
                noun = body.Last;
            }
            else if (AtItsPlace(noun) is { } body)
            {
                yield return body;
                noun = body.Last;
            }
        }
    }

    // "районної ради"; behind the adjective of a town also "ОДА".
    private bool IsBody(int noun) =>
        _words[noun].Shape == WordShape.Lower && BodyNouns.Has(_words[noun])
        || BodyExtent.IsAbbreviation(_words[noun]) && _article.Adjacent(noun - 1) && _words[noun - 1].Shape == WordShape.Title && WordEndings.IsOfName(_words[noun - 1]);

    // The outermost capital one of the adjectives before the noun.
    private int? FirstOf(int noun)
    {
        int? first = null;
        for (var i = noun - 1; i >= 0 && i >= noun - MostAdjectives && _article.Adjacent(i) && WordEndings.IsAdjective(_words[i]); i--)
        {
            first = _words[i].Shape == WordShape.Title ? i : first;
        }

        // "Аварійні бригади": at the beginning of a sentence a capital says nothing.
        return first is { } opening && _words[opening].OpensSentence && !WordEndings.IsOfName(_words[opening]) && !Array.Exists(Ranks, rank => _words[opening].Form.StartsWith(rank, StringComparison.Ordinal)) ? null : first;
    }

    // Where the names end that were seen of it.
    private int LastSeen(int first, int noun)
    {
        var last = noun;
        for (var i = first; i <= noun; i++)
        {
            last = _at[i] is { Type: EntityTypes.Organisation } seen ? Math.Max(last, seen.Last) : last;
        }

        return last;
    }

    // "Міністерство закордонних справ України", of which nothing was seen: the place tells that the name is at its end.
    private Mention? AtItsPlace(int noun)
    {
        if (_words[noun].Shape != WordShape.Title || _at[noun] is not null || !BodyNouns.Has(_words[noun]))
        {
            return null;
        }

        var body = _extent.Of(new Mention(noun, noun, EntityTypes.Organisation));
        return body.Count > 1 && (_at[body.Last] is { Type: EntityTypes.Place } || RegionNames.IsNoun(_words[body.Last])) ? body : null;
    }
}
