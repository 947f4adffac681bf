using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads who reports: the subject of a verb of reporting, whoever stands before "citing", the medium that was told. A person does not report, his words are a quotation.</summary>
internal sealed class ReporterReader(ArticleText article, EntityMap names)
{
    // A reporter stands this near to its verb: "сообщает в понедельник агентство …".
    private const int Reach = 4;

    private static readonly HashSet<string> Prepositions = ["в", "во", "на", "у", "по", "со", "с", "для", "о", "об", "за", "із", "з", "про", "до", "после", "після"];

    private static readonly HashSet<string> Between = ["has", "have", "first", "ранее", "раніше", "также", "также", "також", "со", "с", "з", "із", "зі", "with", "in", "в", "свою", "очередь", "чергу"];

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly SubjectReader _subjects = new(article, names, EntityLexicon.For(article.RuleLanguage));
    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The reporter of a verb of reporting; null when the word is none or a person is its subject.</summary>
    public CitedSource? ByVerb(int verb, int first, int end)
    {
        if (!_citing.Reports.Contains(_words[verb].Form))
        {
            return null;
        }

        for (var i = verb + 1; i < end && i <= verb + Reach && article.RuleLanguage != "en"; i++)
        {
            if (Prepositions.Contains(_words[i].Form))
            {
                i++;
            }
            else if (_lexicon.Roles.Contains(_words[i].Form))
            {
                // "рассказал начальник порта Андрей Ветров"
                return null;
            }
            else if (names.At(i)?.Type != EntityTypes.Place && _phrases.At(i) is { } source)
            {
                return source.Kind is SourceKinds.Person or SourceKinds.Unnamed ? null : source;
            }
            else if (!_words[i].IsWord && !QuoteSigns.Opens(_words[i]))
            {
                break;
            }
        }

        return Before(verb, first);
    }

    /// <summary>The medium or body that stands directly before a verb or "citing"; null when none does.</summary>
    public CitedSource? Before(int index, int first)
    {
        var i = index - 1;
        while (i >= first && i >= index - Reach && (!_words[i].IsWord && !QuoteSigns.Pairs('«', _words[i].Text[0]) && !_words[i].Is('"') || Between.Contains(_words[i].Form) || _citing.Reports.Contains(_words[i].Form)))
        {
            i--;
        }

        i -= i > first && !_words[i].IsWord ? 1 : 0;
        return i >= first && names.MentionAt(i) is { } mention && mention.Last >= i && !IsOwned(mention.First) ? Reporter(i) : null;
    }

    /// <summary>"The minister told Reuters", «заявил агентству "X" министр»: the medium that reports and the teller, who is its source.</summary>
    public (CitedSource Medium, CitedSource? Teller)? Told(int verb, int first, int end)
    {
        if (!SpeechVerbs.Is(_words[verb].Form, article.RuleLanguage) || verb + 2 > end)
        {
            return null;
        }

        var listener = Listener(verb, end);
        return listener > 0 && listener < end && Reporter(listener) is { } medium ? (AsMedium(medium), Teller(verb, first, end)) : null;
    }

    /// <summary>What reports with sources of its own is a medium unless its name says otherwise.</summary>
    public static CitedSource AsMedium(CitedSource source) => source.Kind == SourceKinds.Body ? source with { Kind = SourceKinds.Medium } : source;

    private int Listener(int verb, int end)
    {
        if (article.RuleLanguage == "en")
        {
            return _words[verb].Form is not ("told" or "tells") ? -1 : _words[verb + 1].Form is "the" ? verb + 2 : verb + 1;
        }

        var kind = _words[verb + 1].Form;
        var dative = _citing.MediaNouns.Nominative(kind) is { } nominative && NewsPlatform.Text.WordForm.Normalize(nominative) != kind && kind[^1] is 'у' or 'ю' or 'е' or 'і';
        return !dative || !_citing.MediaNouns.Contains(kind) ? -1 : verb + 2 < end && QuoteSigns.Opens(_words[verb + 2]) ? verb + 3 : verb + 2;
    }

    private CitedSource? Teller(int verb, int first, int end)
    {
        var speech = new SpeechCandidate(0, 0, true, first, end - 1, verb, false) { After = article.RuleLanguage != "en" };
        var person = _subjects.Find(speech, EntityTypes.Person, strict: true) ?? (article.RuleLanguage == "en" ? names.At(verb - 1) : null);
        return person is null ? Unnamed(verb, first) : new CitedSource(person.Name, person.Type == EntityTypes.Person ? SourceKinds.Person : SourceKinds.Body);
    }

    // "two people familiar with the plan told Reuters"
    private CitedSource? Unnamed(int verb, int first)
    {
        var begin = verb;
        while (article.RuleLanguage == "en" && begin > first && verb - begin < 8 && _words[begin - 1].IsWord)
        {
            begin--;
        }

        return Enumerable.Range(begin, verb - begin).Any(i => _citing.KindOf(_words[i].Form) == SourceKinds.Unnamed) ? new CitedSource(article.Between(begin, verb - 1), SourceKinds.Unnamed) : null;
    }

    private CitedSource? Reporter(int index) =>
        names.At(index) is { } entity && names.MentionAt(index) is { } mention && (entity.Type == EntityTypes.Organisation || _citing.IsMedium(_words[mention.Last].Form))
            ? new CitedSource(entity.Name, _phrases.KindOf(entity, mention))
            : null;

    // "глава МИД Финляндии сообщил": the body is not who speaks.
    private bool IsOwned(int first) => first > 0 && article.Adjacent(first - 1) && _lexicon.Roles.Contains(_words[first - 1].Form);
}
