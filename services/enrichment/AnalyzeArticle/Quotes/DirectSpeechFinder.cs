using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds quoted speech and tells it from names and scare quotes in quotation marks.</summary>
internal sealed class DirectSpeechFinder(ArticleText article, EntityMap names, EntityLexicon lexicon)
{
    private const int LongestClause = 40;

    // In a clause after the words the verb comes soon: "…", — не без иронии заметил X.
    private const int VerbReach = 12;

    // Shorter quoted words inside a sentence are mostly names and irony.
    private const int ShortestPart = 3;

    // So many words in quotation marks are speech even if the text does not say whose.
    private const int SpeechByItself = 9;

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly SpeechMap _speech = new(article);
    private readonly SpokenParts _parts = new(article);

    public IEnumerable<SpeechCandidate> Find()
    {
        foreach (var (open, close) in QuoteSpans.Find(article))
        {
            var parts = close - open > ShortestPart ? _parts.Read(open + 1, close - 1).ToList() : [];
            if (parts.Count == 0 && Read(open, close) is { } speech)
            {
                parts.Add(speech);
            }

            foreach (var part in parts)
            {
                yield return part;
            }
        }
    }

    private SpeechCandidate? Read(int open, int close)
    {
        var count = WordCount(open, close);
        if (count == 0 || IsKind(open, count))
        {
            return null;
        }

        // A short sentence between the marks looks like a name, but nobody says a name.
        return IsSpoken(open, close, count) || !IsName(open, close, count)
            ? ClauseAfter(open, close) ?? ClauseBefore(open, close, count) ?? ByItself(open, close, count)
            : null;
    }

    private bool IsKind(int open, int count) =>
        open > 0 && count <= 12 && (lexicon.Works.Contains(_words[open - 1].Form) || lexicon.Kinds.Contains(_words[open - 1].Form));

    private bool IsName(int open, int close, int count) =>
        count <= 6 && names.MentionAt(open + 1) is { } mention && mention.Last >= close - 1 && mention.First <= open + 1;

    // «…», — сказал X and X сказал: «…»
    private bool IsSpoken(int open, int close, int count) =>
        count > 1
        && (close + 2 < _words.Count && !_words[close + 1].IsWord && _words[close + 2].IsDash && ClauseAfter(open, close) is not null
            || open > 0 && _words[open - 1].Is(':') && _speech.LastVerb(BeginOfClause(open), open - 1) >= 0);

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

        // "… with a dog." Pell apologised and said: what follows a full stop is a sentence of its own.
        if (!dash && _words[close - 1].Is('.') && _words[first].Shape != WordShape.Lower)
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

    // Fewer words are speech only as a sentence of their own that goes on with what somebody said.
    private SpeechCandidate? ByItself(int open, int close, int count) =>
        count >= SpeechByItself || count >= ShortestPart && _words[open].OpensSentence
            ? new SpeechCandidate(_words[open + 1].Start, EndOfWords(open, close), true, open + 1, open, -1, count < SpeechByItself)
            : null;

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
        while (last + 1 < _words.Count && last - first < LongestClause && !_words[last + 1].Is('.') && !OpensWords(last + 1) && SameParagraph(first, last + 1))
        {
            last++;
        }

        return last;
    }

    // A name in quotation marks belongs to the clause.
    private bool OpensWords(int index) => QuoteSigns.Opens(_words[index]) && names.At(index + 1) is null;

    private int BeginOfClause(int open) => Math.Max(article.FirstWords[_words[open].Sentence], open - LongestClause);

    private int FirstVerb(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_speech.LastVerb(i, i) == i && _words[i - 1].Form is not ("who" or "which"))
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
