using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Groups mentions of persons by surname and given name; fuller names must be added first.</summary>
internal sealed class PersonIndex(ArticleText article, EntityLexicon lexicon)
{
    private readonly Dictionary<string, List<List<Mention>>> _bySurname = [];
    private readonly Dictionary<string, List<Mention>> _byGivenName = [];

    public List<List<Mention>> Groups { get; } = [];

    public void Add(Mention mention)
    {
        var surname = SurnameForms.Key(article.Words[mention.Last].Form);
        var given = mention.Count > 1 ? GivenKey(article.Words[mention.First].Form) : null;
        if (!_bySurname.TryGetValue(surname, out var namesakes))
        {
            _bySurname[surname] = namesakes = [];
        }

        var group = namesakes.Find(candidate => SamePerson(candidate[0], given))
            ?? (given is null ? _byGivenName.GetValueOrDefault(GivenKey(article.Words[mention.Last].Form)) : null);
        if (group is null)
        {
            group = [];
            namesakes.Add(group);
            Groups.Add(group);
            if (given is not null)
            {
                _byGivenName.TryAdd(given, group);
            }
        }

        group.Add(mention);
    }

    private bool SamePerson(Mention fuller, string? given)
    {
        if (given is null || fuller.Count == 1)
        {
            return true;
        }

        var other = GivenKey(article.Words[fuller.First].Form);
        return given.Length == 1 || other.Length == 1 ? given[0] == other[0] : given == other;
    }

    private string GivenKey(string form) => lexicon.GivenName(form)?.ToLowerInvariant() ?? (form.Length == 1 ? form : SurnameForms.Key(form));
}
