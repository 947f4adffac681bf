using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Says who spoke: the subject of the verb, or through a pronoun, a role, the cited source or the words before. Candidates come in the order of the text.</summary>
internal sealed class SpeakerResolver(ArticleText article, EntityMap names, EntityLexicon lexicon, IReadOnlyList<Citation> citations)
{
    private const int SubjectReach = 14;

    // A pronoun means somebody of the last sentences.
    private const int PronounReach = 90;

    // "It is said there" means a source cited in the last sentences.
    private const int CitationReach = 8;

    // Words go on after at most so many others.
    private const int PauseReach = 40;

    private static readonly HashSet<string> He = ["он", "він", "he", "его", "його", "him"];

    private static readonly HashSet<string> She = ["она", "вона", "she", "ее", "її", "her"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly SubjectReader _subjects = new(article, names, lexicon);
    private readonly SourcePhrase _bodies = new(article, names);
    private readonly CapitalisedNames _capitalised = new(article);
    private readonly UnnamedSources _unnamed = new(article, names);
    private readonly RolePhrases _roles = new(article, names, lexicon);
    private NamedEntity? _last;
    private (Speaker Speaker, int Word)? _direct;
    private int _nextCitation;

    /// <summary>The speaker; null when the text does not tell.</summary>
    public Speaker? Resolve(SpeechCandidate speech)
    {
        var speaker = ByClause(speech) ?? (speech.Direct && (speech.First > speech.Last || speech.Last - speech.Verb <= 1) ? GoesOn(speech) : null);
        if (speech.Direct && speaker is not null)
        {
            _direct = (speaker, Math.Max(speech.Last, speech.First));
        }

        return speaker;
    }

    private Speaker? ByClause(SpeechCandidate speech)
    {
        var phrase = ByPhrase(speech);
        if (phrase is not null)
        {
            return Remember(phrase);
        }

        if (speech.Verb < 0)
        {
            // "X: «…»", «X назвал матч важным: "…"»
            return speech.First <= speech.Last && _words[speech.Last].Is(':') && Nearest(speech.Last, speech.First) is { } named ? Remember(named) : null;
        }

        if (_citing.Passive.Contains(_words[speech.Verb].Form))
        {
            return ByPlaceOfWords(speech);
        }

        return ByPronoun(speech) is { } person ? Remember(person) : BySubject(speech);
    }

    // «…», — сказал X. «…»: the next words are his too unless somebody else is named between.
    private Speaker? GoesOn(SpeechCandidate speech)
    {
        if (_direct is not { } before || speech.First - before.Word > PauseReach)
        {
            return null;
        }

        for (var i = before.Word + 1; i < speech.First - 1; i++)
        {
            if (names.At(i) is { Type: EntityTypes.Person } other && other.Name != before.Speaker.Name)
            {
                return null;
            }
        }

        return before.Speaker;
    }

    private Speaker Remember(NamedEntity speaker)
    {
        _last = speaker.Type == EntityTypes.Person ? speaker : _last;
        return Told(speaker);
    }

    private Speaker Told(NamedEntity speaker) => new(speaker.Name, _bodies.KindOf(speaker, speaker.Mentions[0]), speaker.Id);

    private NamedEntity? ByPhrase(SpeechCandidate speech)
    {
        for (var i = speech.First; i < speech.Last; i++)
        {
            var end = SpeechPhrases.End(article, i);
            if (end < 0)
            {
                continue;
            }

            var reach = Math.Min(speech.Last, end + SubjectReach);
            return SpeechPhrases.HasPronoun(article, i, end)
                ? Antecedent(i, She.Contains(_words[i + 1].Form))
                : article.RuleLanguage == "en" && _bodies.At(end) is { Kind: SourceKinds.Document } ? null
                : _subjects.First(end, reach, EntityTypes.Person) ?? _subjects.First(end, reach, EntityTypes.Organisation);
        }

        return null;
    }

    // "указано на сайте X", «говорится в сообщении X»; else the source that the text cited last.
    private Speaker? ByPlaceOfWords(SpeechCandidate speech)
    {
        // "В отчёте палаты говорится": whose it is stands before the verb.
        var named = _subjects.First(speech.Verb + 1, Math.Min(speech.Last, speech.Verb + SubjectReach), null) ?? _subjects.First(speech.First, speech.Verb - 1, EntityTypes.Organisation);
        var written = speech.Verb + 2 <= speech.Last && _words[speech.Verb + 1].Form is "в" or "во" or "у" or "на" ? _bodies.At(speech.Verb + 2) : null;
        if (written is { Kind: SourceKinds.Document } && (named is null || _bodies.KindOf(named, named.Mentions[0]) == SourceKinds.Medium))
        {
            return Speaker.Of(written);
        }

        if (named is { Type: not EntityTypes.Place })
        {
            return Told(named);
        }

        // "В заявлении указано" after a document was cited means that one; "в заявлении палаты" tells itself which.
        var (cited, place) = (Cited(_words[speech.Verb].Sentence), named is null ? PlaceBefore(speech) : null);
        return place is not null && (place.Name.Contains(' ', StringComparison.Ordinal) || cited is not { Kind: SourceKinds.Document }) ? Speaker.Of(place)
            : cited is not null ? Speaker.Of(cited)
            : null;
    }

    // The source that the text cited last, not long before.
    private CitedSource? Cited(int sentence)
    {
        while (_nextCitation < citations.Count && citations[_nextCitation].Sentence <= sentence)
        {
            _nextCitation++;
        }

        return _nextCitation > 0 && sentence - citations[_nextCitation - 1].Sentence <= CitationReach ? citations[_nextCitation - 1].To : null;
    }

    // "В отчёте указано": what is written says it.
    private CitedSource? PlaceBefore(SpeechCandidate speech)
    {
        for (var i = speech.Verb - 2; i >= speech.First; i--)
        {
            if (_words[i].Form is "в" or "во" or "у" or "на" && _bodies.At(i + 1) is { Kind: SourceKinds.Document } place)
            {
                return place;
            }
        }

        return null;
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

    // Who is named in the same sentence, then who spoke last, then whoever stands nearest.
    private NamedEntity? Antecedent(int index, bool female)
    {
        var first = article.FirstWords[_words[index].Sentence];
        var reach = Math.Max(0, index - PronounReach);
        return Nearest(index, first, female) ?? (_last is not null && Agrees(_last, female) ? _last : Nearest(first, reach, female) ?? Nearest(first, reach, female, oblique: true));
    }

    // The last person before a word, in the nominative unless any case will do; of either gender unless one is asked for.
    private NamedEntity? Nearest(int before, int first, bool? female = null, bool oblique = false)
    {
        for (var i = before - 1; i >= first; i--)
        {
            if (names.At(i) is { Type: EntityTypes.Person } person && (oblique ? person.Female == female : Agrees(person, female) && !_subjects.IsOblique(i)))
            {
                return person;
            }
        }

        return null;
    }

    private static bool Agrees(NamedEntity person, bool? female) => female is null || person.Female is null || person.Female == female;

    // A person in the nominative, a role in the nominative, a body; a name in another case only when nothing else is there.
    private Speaker? BySubject(SpeechCandidate speech)
    {
        if (_subjects.Find(speech, EntityTypes.Person, strict: true) is { } person)
        {
            return Remember(person);
        }

        var (holder, phrase) = _roles.Find(speech);
        if (holder is not null || phrase is not null)
        {
            return holder is null ? new Speaker(phrase!, SourceKinds.Unnamed) : Remember(holder);
        }

        if (_unnamed.Subject(speech.Verb, speech.First, speech.Last) is { } unnamed)
        {
            return Speaker.Of(unnamed);
        }

        foreach (var (type, strict) in new[] { (EntityTypes.Organisation, true), (EntityTypes.Person, false), (EntityTypes.Organisation, false), (EntityTypes.Place, true) })
        {
            if (_subjects.Find(speech, type, strict) is { } subject)
            {
                return Remember(subject);
            }
        }

        return ByBody(speech);
    }

    // "сказали в администрации", "в министерстве транспорта сообщили", "the company said": a body that the text does not name.
    private Speaker? ByBody(SpeechCandidate speech)
    {
        if (article.RuleLanguage == "en")
        {
            var noun = speech.Verb - (speech.Verb > speech.First && _words[speech.Verb - 1].Form is "has" or "had" or "have" or "also" ? 2 : 1);
            if (noun >= speech.First && _capitalised.EndingAt(noun) is { } named)
            {
                return Speaker.Of(named);
            }

            return noun >= speech.First && _words[noun].Shape == WordShape.Lower && (lexicon.Heads.Contains(_words[noun].Form) || _citing.KindOf(_words[noun].Form) is not null)
                ? new Speaker(article.Between(UnnamedSources.Begin(article, noun), noun), _citing.KindOf(_words[noun].Form) ?? SourceKinds.Body)
                : null;
        }

        for (var i = Math.Max(1, speech.First); i <= Math.Min(speech.Last, speech.Verb + 3); i++)
        {
            if (i > speech.Verb && (lexicon.Heads.Contains(_words[i].Form) || QuoteSigns.Opens(_words[i])) || _words[i - 1].Form is "в" or "у" or "во")
            {
                if (_bodies.At(i) is { Kind: not SourceKinds.Person } body && i != speech.Verb)
                {
                    return Speaker.Of(body);
                }
            }
        }

        return null;
    }
}
