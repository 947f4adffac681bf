using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Finds who reports citing whom, sentence by sentence: «об этом сообщает X со ссылкой на Y, который цитирует Z», "X reported, citing Y", "Y told X".</summary>
internal sealed class CitationFinder(ArticleText article, EntityMap names)
{
    private static readonly HashSet<string> Relative = ["который", "которая", "которое", "которые", "що", "який", "яка", "яке", "які", "котрий", "котра", "котре", "which", "that"];

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly ReporterReader _reporters = new(article, names);
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
        CitedSource? reporter = null;
        var hops = new List<(CitedSource? From, CitedSource To)>();
        for (var i = first; i < end; i++)
        {
            reporter ??= hops.Count == 0 ? _reporters.ByVerb(i, first, end) : null;
            if (After(_citing.Citing, i, end) is { } cited)
            {
                reporter ??= _reporters.Before(i, first);
                hops.Add((hops.Count > 0 && IsRelative(i, first) ? hops[^1].To : null, cited));
            }
            else if (After(_citing.AccordingTo, i, end) is { Kind: not SourceKinds.Person } told && IsConcrete(told))
            {
                reporter = Place(reporter, told, hops);
            }
            else if (reporter is null && _reporters.Told(i, first, end) is { } listened)
            {
                reporter = listened.Medium;
                hops.AddRange(listened.Teller is { } teller ? [(null, teller)] : Array.Empty<(CitedSource?, CitedSource)>());
            }
        }

        Add(citations, sentence, reporter, hops);
    }

    // The first such source is the article's own, the next one is what the first cites.
    private static CitedSource Place(CitedSource? reporter, CitedSource told, List<(CitedSource? From, CitedSource To)> hops)
    {
        if (reporter is null)
        {
            return told;
        }

        if (!reporter.Is(told))
        {
            hops.Add((null, told));
        }

        return reporter;
    }

    private static void Add(List<Citation> citations, int sentence, CitedSource? reporter, List<(CitedSource? From, CitedSource To)> hops)
    {
        if (reporter is not null)
        {
            var cites = hops.Count > 0 && reporter.Kind == SourceKinds.Body;
            citations.Add(new Citation(null, reporter = cites ? ReporterReader.AsMedium(reporter) : reporter, sentence));
        }

        foreach (var (from, to) in hops.Where(hop => reporter is null || !reporter.Is(hop.To)))
        {
            citations.Add(new Citation(from ?? reporter, to, sentence));
        }
    }

    // "говорится в сообщении" names no source; "в сообщении порта" does.
    private static bool IsConcrete(CitedSource source) => source.Kind != SourceKinds.Document || source.Name.Contains(' ', StringComparison.Ordinal);

    private bool IsRelative(int phrase, int first)
    {
        for (var i = phrase - 1; i >= first && i >= phrase - 4; i--)
        {
            if (Relative.Contains(_words[i].Form))
            {
                return true;
            }
        }

        return false;
    }

    private CitedSource? After(IReadOnlyList<string[]> phrases, int index, int end)
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
}
