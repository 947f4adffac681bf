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

    // What is written where it is read: it reports like a medium, a letter does not.
    private static readonly HashSet<string> Places = ["сайт", "портал", "канал", "телеграм-канал", "блог", "микроблог"];

    private static readonly string[] DativeEndings = ["ому", "ему", "ьому", "ой", "ей", "ій"];

    private static readonly HashSet<string> Between = ["has", "have", "first", "ранее", "раніше", "также", "также", "також", "со", "с", "з", "із", "зі", "with", "in", "в", "свою", "очередь", "чергу"];

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly CapitalisedNames _capitalised = new(article);
    private readonly UnnamedSources _unnamed = new(article, names);
    private readonly SubjectReader _subjects = new(article, names, EntityLexicon.For(article.RuleLanguage));
    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The reporter of a verb of reporting; null when the word is none or a person is its subject.</summary>
    public CitedSource? ByVerb(int verb, int first, int end)
    {
        if (!_citing.Reports.Contains(_words[verb].Form))
        {
            // «Как стало известно "Портовой газете"»
            return _words[verb].Form is "известно" or "відомо" && verb > first && _words[verb - 1].Form == "стало" && verb + 1 < end && names.At(verb + 1)?.Type is not (EntityTypes.Person or EntityTypes.Place)
                && _phrases.At(verb + 1) is { Kind: SourceKinds.Medium or SourceKinds.Body } listener ? AsMedium(listener) : null;
        }

        for (var i = verb + 1; i < end && i <= verb + Reach && article.RuleLanguage != "en"; i++)
        {
            if (Prepositions.Contains(_words[i].Form))
            {
                i = EndOfObject(i + 1, end);
            }
            else if (_lexicon.Roles.Contains(_words[i].Form))
            {
                // "рассказал начальник порта Андрей Ветров"
                return null;
            }
            else if (names.At(i)?.Type != EntityTypes.Place && _phrases.At(i) is { } source)
            {
                return source.Kind is SourceKinds.Person or SourceKinds.Unnamed || source.Kind == SourceKinds.Document && !Places.Contains(_words[i].Form) ? null : source;
            }
            else if (!_words[i].IsWord && !QuoteSigns.Opens(_words[i]))
            {
                break;
            }
        }

        return Before(verb, first);
    }

    // "сообщили в пресс-службе суда", "написал в своём канале": the noun behind a preposition with what stands before it.
    private int EndOfObject(int index, int end)
    {
        while (index + 1 < end && names.MentionAt(index) is null && (SlavicAdjectives.Is(_words[index]) || _words[index].Form.EndsWith("ом", StringComparison.Ordinal) && article.Adjacent(index) && _lexicon.Heads.Contains(_words[index + 1].Form) || _words[index].Form is "своем" or "своей" or "своїй" or "своєму" or "этой" or "этом"))
        {
            index++;
        }

        return index < end ? names.MentionAt(index)?.Last ?? index : index;
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
        if (i >= first && names.MentionAt(i) is null && article.RuleLanguage == "en")
        {
            return _capitalised.EndingAt(i) is { Kind: SourceKinds.Medium } medium ? medium : null;
        }

        return i >= first && names.MentionAt(i) is { } mention && mention.Last >= i && !IsOwned(mention.First) && !IsBehindPreposition(mention.First) ? Reporter(i) : null;
    }

    /// <summary>"The minister told Reuters", «заявил агентству "X" министр»: the medium that reports and the teller, who is its source.</summary>
    public (CitedSource Medium, CitedSource? Teller)? Told(int verb, int first, int end)
    {
        if (!SpeechVerbs.At(article, verb) || verb + 2 > end)
        {
            return null;
        }

        var listener = Listener(verb, first, end);
        return listener > 0 && listener < end && Reporter(listener) is { } medium ? (AsMedium(medium), Teller(verb, first, end)) : null;
    }

    /// <summary>"Об этом РИА Новости сообщили в управлении": the medium before the verb was told, who told it stands behind.</summary>
    public (CitedSource Medium, CitedSource? Teller)? ToldIn(int verb, int first, int end) =>
        verb > first && verb + 2 < end && _words[verb].Form.EndsWith("ли", StringComparison.Ordinal) && SpeechVerbs.At(article, verb) && _words[verb + 1].Form is "в" or "у" or "во"
        && names.MentionAt(verb - 1) is { } told && _phrases.KindOf(names.At(verb - 1)!, told) == SourceKinds.Medium && Reporter(verb - 1) is { } medium
            ? (medium, _phrases.At(verb + 2))
            : null;

    /// <summary>"На сайте министерства отметили": the page of somebody where it stands; null where a person writes there.</summary>
    public CitedSource? Page(int preposition, int end)
    {
        if (_words[preposition].Form is not ("на" or "в" or "у") || preposition + 1 >= end || _phrases.At(preposition + 1) is not { Kind: SourceKinds.Document } page || !page.Name.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        for (var i = preposition + 2; i < end && i < preposition + 2 * Reach + 2 && _words[i].IsWord; i++)
        {
            if (SpeechVerbs.At(article, i) && (_citing.Passive.Contains(_words[i].Form) || _words[i].Form.EndsWith("ли", StringComparison.Ordinal)))
            {
                return names.At(i - 1)?.Type == EntityTypes.Person || i + 1 < end && names.At(i + 1)?.Type == EntityTypes.Person ? null : page;
            }
        }

        return null;
    }

    /// <summary>What reports with sources of its own is a medium unless its name says otherwise.</summary>
    public static CitedSource AsMedium(CitedSource source) => source.Kind == SourceKinds.Body ? source with { Kind = SourceKinds.Medium } : source;

    private int Listener(int verb, int first, int end)
    {
        if (article.RuleLanguage == "en")
        {
            return _words[verb].Form is not ("told" or "tells") ? -1 : _words[verb + 1].Form is "the" ? verb + 2 : verb + 1;
        }

        if (QuoteSigns.Opens(_words[verb + 1]) && verb + 2 < end && IsDative(_words[verb + 2]))
        {
            return verb + 2;
        }

        if (OpenOfDative(verb - 1, first) is var open and > 0)
        {
            return open + 1;
        }

        var kind = _words[verb + 1].Form;
        var dative = _citing.MediaNouns.Nominative(kind) is { } nominative && NewsPlatform.Text.WordForm.Normalize(nominative) != kind && kind[^1] is 'у' or 'ю' or 'е' or 'і';
        return !dative || !_citing.MediaNouns.Contains(kind) ? -1 : verb + 2 < end && QuoteSigns.Opens(_words[verb + 2]) ? verb + 3 : verb + 2;
    }

    /// <summary>Who speaks in a sentence, by its first verb of saying with a subject; null when nobody does.</summary>
    public CitedSource? TellerOf(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (SpeechVerbs.At(article, i) && Teller(i, first, end) is { Kind: not SourceKinds.Body } teller)
            {
                return teller;
            }
        }

        return null;
    }

    private CitedSource? Teller(int verb, int first, int end)
    {
        var speech = new SpeechCandidate(0, 0, true, first, end - 1, verb, false) { After = article.RuleLanguage != "en" };
        var person = _subjects.Find(speech, EntityTypes.Person, strict: true) ?? (article.RuleLanguage == "en" ? names.At(verb - 1) : null);
        return person is null ? _unnamed.Subject(verb, first, end - 1) : new CitedSource(person.Name, person.Type == EntityTypes.Person ? SourceKinds.Person : SourceKinds.Body, person);
    }

    // «Об этом "Деловой неделе" рассказал источник»: the mark that opens the name before the verb; -1 when none stands there.
    private int OpenOfDative(int close, int first)
    {
        for (var i = close - 1; i >= first && i >= close - Reach - 1; i--)
        {
            if (QuoteSigns.Opens(_words[i]))
            {
                return QuoteSigns.Closes(_words[i], _words[close]) && IsDative(_words[i + 1]) && !(i > first && Prepositions.Contains(_words[i - 1].Form)) ? i : -1;
            }
        }

        return -1;
    }

    // «рассказал "Деловой неделе" источник»
    private static bool IsDative(Word word) => SlavicAdjectives.Is(word) && DativeEndings.Any(ending => word.Form.EndsWith(ending, StringComparison.Ordinal));

    private CitedSource? Reporter(int index) =>
        names.At(index) is { } entity && names.MentionAt(index) is { } mention && (entity.Type == EntityTypes.Organisation || _citing.IsMedium(_words[mention.Last].Form))
            ? new CitedSource(entity.Name, _phrases.KindOf(entity, mention), entity)
            : names.At(index) is null && _capitalised.From(index) is { Kind: SourceKinds.Medium } medium ? medium : null;

    // "analysts at the bank wrote"
    private bool IsBehindPreposition(int first)
    {
        first -= first > 0 && _words[first - 1].Form == "the" ? 1 : 0;
        return article.RuleLanguage == "en" && first > 0 && article.Adjacent(first - 1) && _words[first - 1].Form is "at" or "of" or "for" or "from" or "in" or "with" or "by";
    }

    // "глава МИД Финляндии сообщил": the body is not who speaks.
    private bool IsOwned(int first) => first > 0 && article.Adjacent(first - 1) && _lexicon.Roles.Contains(_words[first - 1].Form);
}
