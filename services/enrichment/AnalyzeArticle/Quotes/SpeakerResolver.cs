using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Says who spoke: the nearest name that fits the verb, or through a pronoun, a role or the cited source. Candidates come in the order of the text.</summary>
internal sealed class SpeakerResolver(ArticleText article, EntityMap names, EntityLexicon lexicon, IReadOnlyList<Citation> citations)
{
    private const int SubjectReach = 14;

    // A pronoun means somebody of the last sentences.
    private const int PronounReach = 90;

    // "It is said there" means a source cited in the last sentences.
    private const int CitationReach = 8;

    private static readonly HashSet<string> He = ["он", "він", "he", "его", "його", "him"];

    private static readonly HashSet<string> She = ["она", "вона", "she", "ее", "її", "her"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly Lazy<Dictionary<string, NamedEntity>> _byRole = new(() => ByRoleWord(names.Entities));
    private NamedEntity? _last;
    private int _nextCitation;

    /// <summary>The speaker's normal form; null when the text does not tell.</summary>
    public string? Resolve(SpeechCandidate speech)
    {
        var phrase = ByPhrase(speech);
        if (phrase is not null)
        {
            return Remember(phrase);
        }

        if (speech.Verb < 0)
        {
            // "X: «…»"
            return speech.First <= speech.Last && names.At(speech.Last - 1) is { Type: EntityTypes.Person } named ? Remember(named) : null;
        }

        if (_citing.Passive.Contains(_words[speech.Verb].Form))
        {
            return ByPlaceOfWords(speech);
        }

        return ByPronoun(speech) is { } person ? Remember(person)
            : BySubject(speech) is { } subject ? Remember(subject)
            : ByRole(speech);
    }

    private string Remember(NamedEntity speaker)
    {
        _last = speaker.Type == EntityTypes.Person ? speaker : _last;
        return speaker.Name;
    }

    private NamedEntity? ByPhrase(SpeechCandidate speech)
    {
        for (var i = speech.First; i < speech.Last; i++)
        {
            var end = SpeechPhrases.End(article, i);
            if (end < 0)
            {
                continue;
            }

            return SpeechPhrases.HasPronoun(article, i, end)
                ? Antecedent(i, She.Contains(_words[i + 1].Form))
                : FirstEntity(end, Math.Min(speech.Last, end + SubjectReach));
        }

        return null;
    }

    private NamedEntity? FirstEntity(int first, int last) =>
        First(first, last, EntityTypes.Person) ?? First(first, last, EntityTypes.Organisation);

    // "указано на сайте X", «говорится в сообщении X»; else the source that the text cited last.
    private string? ByPlaceOfWords(SpeechCandidate speech)
    {
        var named = First(speech.Verb + 1, Math.Min(speech.Last, speech.Verb + SubjectReach), null);
        if (named is { Type: not EntityTypes.Place })
        {
            return named.Name;
        }

        var sentence = _words[speech.Verb].Sentence;
        while (_nextCitation < citations.Count && citations[_nextCitation].Sentence <= sentence)
        {
            _nextCitation++;
        }

        return _nextCitation > 0 && sentence - citations[_nextCitation - 1].Sentence <= CitationReach ? citations[_nextCitation - 1].To : null;
    }

    private NamedEntity? ByPronoun(SpeechCandidate speech)
    {
        foreach (var index in new[] { speech.Verb + 1, speech.Verb - 1, speech.Verb - 2 })
        {
            if (index >= speech.First && index <= speech.Last && (He.Contains(_words[index].Form) || She.Contains(_words[index].Form)))
            {
                return Antecedent(index, She.Contains(_words[index].Form));
            }
        }

        return null;
    }

    private NamedEntity? Antecedent(int index, bool female)
    {
        if (_last is not null && Agrees(_last, female))
        {
            return _last;
        }

        for (var i = index - 1; i >= 0 && i > index - PronounReach; i--)
        {
            if (names.At(i) is { Type: EntityTypes.Person } person && Agrees(person, female))
            {
                return person;
            }
        }

        return null;
    }

    private static bool Agrees(NamedEntity person, bool female) => person.Female is null || person.Female == female;

    private NamedEntity? BySubject(SpeechCandidate speech)
    {
        foreach (var type in new[] { EntityTypes.Person, EntityTypes.Organisation, EntityTypes.Place })
        {
            var before = Last(speech, type);
            var after = First(speech.Verb + 1, Math.Min(speech.Last, speech.Verb + SubjectReach), type);
            if ((speech.After ? after ?? before : before ?? after) is { } subject)
            {
                return subject;
            }
        }

        return null;
    }

    // "добавил министр": the person whom the text called so, else the word itself.
    private string? ByRole(SpeechCandidate speech)
    {
        for (var i = Math.Max(speech.First, speech.Verb - 4); i <= Math.Min(speech.Last, speech.Verb + 4); i++)
        {
            if (lexicon.Roles.Nominative(_words[i].Form) is { } role)
            {
                return _byRole.Value.TryGetValue(role.ToLowerInvariant(), out var person) ? Remember(person) : role;
            }
        }

        // "сказали в администрации": a body that the text does not name in full.
        for (var i = speech.Verb + 1; i <= Math.Min(speech.Last, speech.Verb + 3); i++)
        {
            if (lexicon.Heads.Nominative(_words[i].Form) is { } body && article.RuleLanguage != "en")
            {
                return body;
            }
        }

        return speech.Direct && speech.Last - speech.Verb <= 1 ? _last?.Name : null;
    }

    private static Dictionary<string, NamedEntity> ByRoleWord(IReadOnlyList<NamedEntity> entities)
    {
        var byWord = new Dictionary<string, NamedEntity>();
        foreach (var entity in entities.Where(entity => entity.Role is not null))
        {
            foreach (var word in entity.Role!.Split(' '))
            {
                byWord.TryAdd(word.ToLowerInvariant(), entity);
            }
        }

        return byWord;
    }

    private NamedEntity? First(int first, int last, string? type)
    {
        for (var i = first; i <= last; i++)
        {
            if (names.At(i) is { } entity && (type is null || entity.Type == type))
            {
                return entity;
            }
        }

        return null;
    }

    private NamedEntity? Last(SpeechCandidate speech, string type)
    {
        for (var i = speech.Verb - 1; i >= speech.First && i >= speech.Verb - SubjectReach; i--)
        {
            if (names.At(i) is { } entity && entity.Type == type)
            {
                return entity;
            }
        }

        return null;
    }
}
