using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Finds who reports citing whom, sentence by sentence: «об этом сообщает X со ссылкой на Y», "X reported, citing Y", "Y told X".</summary>
internal sealed class CitationFinder(ArticleText article, EntityMap names)
{
    // A reporter stands this near to its verb: "сообщает в понедельник агентство …".
    private const int Reach = 3;

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly IReadOnlyList<Word> _words = article.Words;

    public IReadOnlyList<Citation> Find()
    {
        var citations = new List<Citation>();
        for (var sentence = 0; sentence < article.Sentences.Count; sentence++)
        {
            AddSentence(citations, sentence);
        }

        return citations;
    }

    private void AddSentence(List<Citation> citations, int sentence)
    {
        var (first, end) = (article.FirstWords[sentence], article.FirstWords[sentence + 1]);
        string? reporter = null;
        string? cited = null;
        for (var i = first; i < end && (reporter is null || cited is null); i++)
        {
            reporter ??= Reporter(i, first, end);
            cited ??= After(_citing.Citing, i, end) ?? Told(i, first, end, ref reporter);
            reporter ??= cited is null ? After(_citing.AccordingTo, i, end) : null;
            cited ??= reporter is null ? null : After(_citing.AccordingTo, i, end);
        }

        cited = string.Equals(cited, reporter, StringComparison.OrdinalIgnoreCase) ? null : cited;
        if (reporter is not null)
        {
            citations.Add(new Citation(null, reporter, sentence));
        }

        if (cited is not null)
        {
            citations.Add(new Citation(reporter, cited, sentence));
        }
    }

    private string? After(IReadOnlyList<string[]> phrases, int index, int end)
    {
        foreach (var phrase in phrases)
        {
            if (_words[index].Form == phrase[0] && index + phrase.Length < end && Fits(phrase, index))
            {
                return _phrases.At(index + phrase.Length);
            }
        }

        return null;
    }

    private bool Fits(string[] phrase, int index)
    {
        for (var i = 1; i < phrase.Length; i++)
        {
            if (_words[index + i].Form != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private string? Reporter(int verb, int first, int end)
    {
        if (!_citing.Reports.Contains(_words[verb].Form))
        {
            return null;
        }

        // Only media and bodies report; a person's words are a quotation.
        for (var i = verb + 1; i < end && i <= verb + Reach && article.RuleLanguage != "en"; i++)
        {
            if (_phrases.At(i) is { } source && !IsPerson(i))
            {
                return source;
            }

            if (_words[i].Is(',') || _words[i].Is('.') || _words[i].Is(':'))
            {
                break;
            }
        }

        return Before(verb, first);
    }

    private string? Before(int verb, int first)
    {
        var i = verb - 1;
        while (i >= first && i >= verb - Reach && (!_words[i].IsWord && !_words[i].Is(',') || _words[i].Form is "has" or "have" or "first" or "ранее" or "раніше" or "также" or "також"))
        {
            i--;
        }

        return i >= first && names.At(i) is { Type: EntityTypes.Organisation } reporter ? reporter.Name : null;
    }

    // "The minister told Reuters", «заявил агентству X министр»: the medium reports, the teller is its source.
    private string? Told(int verb, int first, int end, ref string? reporter)
    {
        if (reporter is not null || _words[verb].Form is not ("told" or "tells") || verb + 1 >= end || verb == first)
        {
            return null;
        }

        var listener = _words[verb + 1].Form is "the" && verb + 2 < end ? verb + 2 : verb + 1;
        if (names.At(listener) is not { Type: EntityTypes.Organisation } medium)
        {
            return null;
        }

        reporter = medium.Name;
        return names.At(verb - 1)?.Name;
    }

    private bool IsPerson(int index) => names.At(index)?.Type == EntityTypes.Person;
}
