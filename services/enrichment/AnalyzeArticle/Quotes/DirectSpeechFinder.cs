using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds quoted speech and tells it from names and scare quotes in quotation marks.</summary>
internal sealed class DirectSpeechFinder(ArticleText article, EntityMap names, EntityLexicon lexicon)
{
    private const int LongestClause = 40;

    // In a clause after the words the verb comes soon: "…", — не без иронии заметил X.
    private const int VerbReach = 8;

    // Shorter quoted words inside a sentence are mostly names and irony.
    private const int ShortestPart = 3;

    // So many words in quotation marks are speech even if the text does not say whose.
    private const int SpeechByItself = 9;

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly SpeechMap _speech = new(article);

    public IEnumerable<SpeechCandidate> Find() =>
        QuoteSpans.Find(article).Select(span => Read(span.Open, span.Close)).OfType<SpeechCandidate>();

    private SpeechCandidate? Read(int open, int close)
    {
        var count = WordCount(open, close);
        if (count == 0 || IsName(open, close, count))
        {
            return null;
        }

        return ClauseAfter(open, close) ?? ClauseBefore(open, close, count) ?? ByItself(open, close, count);
    }

    private bool IsName(int open, int close, int count)
    {
        var before = open > 0 ? _words[open - 1] : null;
        if (before is not null && count <= 12 && (lexicon.Works.Contains(before.Form) || lexicon.Kinds.Contains(before.Form)))
        {
            return true;
        }

        return count <= 6 && names.MentionAt(open + 1) is { } mention && mention.Last >= close - 1 && mention.First <= open + 1;
    }

    // «…», — сказал X.   "…," said X.
    private SpeechCandidate? ClauseAfter(int open, int close)
    {
        var first = close + 1;
        if (first + 1 < _words.Count && (_words[first].Is(',') || _words[first].Is('.') && _words[first + 1].IsDash) && SameParagraph(close, first))
        {
            first++;
        }

        var dash = first < _words.Count && _words[first].IsDash;
        first += dash ? 1 : 0;
        if (first >= _words.Count || !SameParagraph(close, first))
        {
            return null;
        }

        // Without a comma or a dash the words go on with the sentence: «…» в эфире сказал.
        var comma = first > close + 1 || close > open + 1 && _words[close - 1].Length == 1 && _words[close - 1].Text[0] is ',' or '!' or '?' or '.';
        var last = EndOfClause(first);
        var verb = FirstVerb(first, Math.Min(last, first + (comma ? VerbReach : 0)));
        if (verb < 0 || article.RuleLanguage == "en" && !dash && !comma)
        {
            return null;
        }

        return new SpeechCandidate(_words[open + 1].Start, EndOfWords(open, close), true, first, last, verb, false) { After = true };
    }

    // X сказал: «…»   X сказал, что «…»   по словам X, «…»
    private SpeechCandidate? ClauseBefore(int open, int close, int count)
    {
        var first = BeginOfClause(open);
        var verb = _speech.LastVerb(first, open - 1);
        var colon = open > 0 && _words[open - 1].Is(':');
        if (first >= open || verb < 0 && !colon && !_speech.HasPhrase(first, open - 1))
        {
            return null;
        }

        var part = count >= ShortestPart && !(count <= 4 && _words[open + 1].Shape == WordShape.Title && !colon);
        return colon || part
            ? new SpeechCandidate(_words[open + 1].Start, EndOfWords(open, close), true, first, open - 1, verb, !colon || verb < 0 && count < SpeechByItself)
            : null;
    }

    private SpeechCandidate? ByItself(int open, int close, int count) =>
        count >= SpeechByItself ? new SpeechCandidate(_words[open + 1].Start, EndOfWords(open, close), true, open + 1, open, -1, false) : null;

    private int EndOfWords(int open, int close)
    {
        var last = close - 1;
        while (last > open + 1 && _words[last].Is(','))
        {
            last--;
        }

        return _words[last].End;
    }

    private int WordCount(int open, int close)
    {
        var count = 0;
        for (var i = open + 1; i < close; i++)
        {
            count += _words[i].IsWord ? 1 : 0;
        }

        return count;
    }

    private int EndOfClause(int first)
    {
        var last = first;
        while (last + 1 < _words.Count && last - first < LongestClause && !_words[last + 1].Is('.') && !QuoteSigns.Opens(_words[last + 1]) && SameParagraph(first, last + 1))
        {
            last++;
        }

        return last;
    }

    private int BeginOfClause(int open) => Math.Max(article.FirstWords[_words[open].Sentence], open - LongestClause);

    private int FirstVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_speech.LastVerb(i, i) == i)
            {
                return i;
            }
        }

        return -1;
    }

    private bool SameParagraph(int first, int second) =>
        _words[second].Sentence - _words[first].Sentence <= 1
        && (second != first + 1 || article.Text.AsSpan(_words[first].End, _words[second].Start - _words[first].End).IndexOf('\n') < 0);
}
