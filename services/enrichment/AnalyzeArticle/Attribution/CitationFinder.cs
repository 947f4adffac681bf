using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Finds who reports citing whom, sentence by sentence: «об этом сообщает X со ссылкой на Y, который цитирует Z», "X reported, citing Y", "Y told X".</summary>
internal sealed class CitationFinder(ArticleText article, EntityMap names)
{
    private static readonly HashSet<string> Relative = ["который", "которая", "которое", "которые", "що", "який", "яка", "яке", "які", "котрий", "котра", "котре", "which", "that"];

    // "X learned from Y", «стало известно X из Y».
    private static readonly HashSet<string> Learned = ["узнал", "узнала", "узнало", "узнали", "дізнався", "дізналася", "дізналось", "дізналося", "дізналися", "известно", "відомо", "learned", "learnt"];

    private static readonly HashSet<string> From = ["из", "от", "з", "із", "від", "from"];

    private const int LearnedReach = 10;

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly ReporterReader _reporters = new(article, names);
    private readonly InterviewReader _interviews = new(article, names);
    private readonly UnnamedSources _unnamed = new(article, names);
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
        var learned = -1;
        for (var i = first; i < end; i++)
        {
            if (reporter is null && hops.Count == 0 && _reporters.ToldIn(i, first, end) is { Teller: not null } at)
            {
                reporter = at.Medium;
                hops.Add((null, at.Teller));
                continue;
            }

            reporter ??= hops.Count == 0 ? _reporters.ByVerb(i, first, end) : null;
            learned = Learned.Contains(_words[i].Form) ? i : learned;
            if (After(_citing.Citing, i, end) is { } cited)
            {
                reporter ??= _reporters.Before(i, first);
                reporter = AddCited(reporter, cited, hops, IsRelative(i, first));
            }
            else if (hops.Count == 0 && After(_citing.SeenBy, i, end) is { Kind: SourceKinds.Medium or SourceKinds.Body } reader && (reporter is null or { Kind: SourceKinds.Document } || reporter.Is(reader)))
            {
                var seen = reporter is { Kind: SourceKinds.Document } ? reporter : _phrases.DocumentBefore(i, first);
                reporter = ReporterReader.AsMedium(reader);
                hops.AddRange(seen is null ? Array.Empty<(CitedSource?, CitedSource)>() : [(null, seen)]);
            }
            else if (reporter is null && _interviews.At(i, end) is { } listener)
            {
                reporter = listener;
                hops.AddRange(hops.Count == 0 && _reporters.TellerOf(first, end) is { } speaker ? [(null, speaker)] : Array.Empty<(CitedSource?, CitedSource)>());
            }
            else if (After(_citing.AccordingTo, i, end) is { Kind: not SourceKinds.Person } told && IsConcrete(told))
            {
                reporter = told.Of is not null && reporter is null ? AddCited(null, told, hops, false) : Place(reporter, told, hops);
            }
            else if (reporter is null && _reporters.Told(i, first, end) is { } listened)
            {
                reporter = listened.Medium;
                hops.AddRange(listened.Teller is { } teller ? [(null, teller)] : Array.Empty<(CitedSource?, CitedSource)>());
            }
            else if (learned >= 0 && hops.Count == 0 && i <= learned + LearnedReach && From.Contains(_words[i].Form) && i + 1 < end && _phrases.At(i + 1) is { Kind: SourceKinds.Document or SourceKinds.Unnamed } origin && IsConcrete(origin))
            {
                hops.Add((null, origin));
            }
            else if (reporter is null && _reporters.Page(i, end) is { } page)
            {
                reporter = page;
            }
            else if (hops.Count == 0 && SpeechVerbs.At(article, i) && !_citing.Passive.Contains(_words[i].Form) && _unnamed.Subject(i, first, end - 1) is { } unnamed && UnnamedSources.IsSource(unnamed))
            {
                reporter = AddCited(reporter, unnamed, hops, false);
            }
        }

        Add(citations, sentence, reporter, hops);
    }

    // A source that spoke to a medium is that medium's.
    private static CitedSource? AddCited(CitedSource? reporter, CitedSource cited, List<(CitedSource? From, CitedSource To)> hops, bool relative)
    {
        if (cited.Of is { } medium && reporter?.Is(medium) != true)
        {
            hops.AddRange(reporter is null ? [(null, cited)] : [(null, medium), (medium, cited)]);
            return reporter ?? medium;
        }

        hops.Add((hops.Count > 0 && relative ? hops[^1].To : null, cited));
        return reporter;
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
