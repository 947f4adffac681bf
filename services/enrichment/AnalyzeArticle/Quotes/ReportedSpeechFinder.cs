using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds reported speech: «X заявил, что …», «по словам X, …», «…, сообщил X», "X said that …", "…, X said", "according to X, …".</summary>
internal sealed class ReportedSpeechFinder(ArticleText article, EntityMap names)
{
    // Between the verb and "that" stand at most the speaker and whom he told it.
    private const int ThatReach = 10;

    private const int ShortestWords = 3;

    // A closing ", сообщил X" is short.
    private const int LongestClosing = 14;

    // Longer sentences are no sentences.
    private const int LongestSentence = 400;

    private static readonly HashSet<string> That = ["что", "що", "that", "будто", "чтобы", "ніби"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);

    public IEnumerable<SpeechCandidate> Find()
    {
        for (var sentence = 0; sentence < article.Sentences.Count; sentence++)
        {
            foreach (var speech in ReadSentence(article.FirstWords[sentence], article.FirstWords[sentence + 1] - 1))
            {
                yield return speech;
            }
        }
    }

    // Parts between semicolons tell each their own.
    private IEnumerable<SpeechCandidate> ReadSentence(int first, int end)
    {
        for (var last = first; last <= end; last++)
        {
            if (last < end && !_words[last].Is(';'))
            {
                continue;
            }

            var lastWord = last;
            while (lastWord > first && !_words[lastWord].IsWord && _words[lastWord].Shape != WordShape.Number)
            {
                lastWord--;
            }

            if (lastWord - first is >= ShortestWords and <= LongestSentence && Read(first, lastWord) is { } speech)
            {
                yield return speech;
            }

            first = last + 1;
        }
    }

    private SpeechCandidate? Read(int first, int last)
    {
        SpeechCandidate? passive = null;
        for (var i = first; i <= last; i++)
        {
            if (!SpeechVerbs.Is(_words[i].Form, article.RuleLanguage))
            {
                continue;
            }

            var that = ThatAfter(i, last);
            if (that > 0 && that < last && !IsAllQuoted(that + 1, last))
            {
                var speech = new SpeechCandidate(_words[that + 1].Start, EndOfWords(that + 1, last), false, first, that - 1, i, true);
                if (!_citing.Passive.Contains(_words[i].Form))
                {
                    return speech;
                }

                passive ??= speech;
            }
        }

        return passive ?? ByOpening(first, last) ?? ByPhrase(first, last) ?? ByClosing(first, last) ?? EnglishWithoutThat(first, last);
    }

    // Then they are direct speech, found as such.
    private bool IsAllQuoted(int first, int last) =>
        QuoteSigns.Opens(_words[first]) && (last + 1 < _words.Count && QuoteSigns.Closes(_words[first], _words[last + 1]) || QuoteSigns.Closes(_words[first], _words[last]));

    // A mark that closes a part quoted at the end belongs to the words.
    private int EndOfWords(int first, int last)
    {
        var next = last + 1;
        for (var i = first; i <= last && next < _words.Count; i++)
        {
            if (QuoteSigns.Opens(_words[i]) && QuoteSigns.Closes(_words[i], _words[next]))
            {
                return _words[next].End;
            }
        }

        return _words[last].End;
    }

    private int ThatAfter(int verb, int last)
    {
        for (var i = verb + 1; i <= last && i <= verb + ThatReach; i++)
        {
            if (QuoteSigns.Opens(_words[i]) && names.At(Math.Min(i + 1, last))?.Type != EntityTypes.Organisation)
            {
                return -1;
            }

            if (That.Contains(_words[i].Form) && (article.RuleLanguage == "en" || _words[i - 1].Is(',')))
            {
                return i;
            }
        }

        return -1;
    }

    // Как рассказал X, …   Як ідеться у звіті, …   As X said, …
    private SpeechCandidate? ByOpening(int first, int last)
    {
        if (_words[first].Form is not ("как" or "як" or "as"))
        {
            return null;
        }

        var (verb, comma) = (-1, first + 1);
        for (; comma < last && comma - first < LongestClosing && !_words[comma].Is(','); comma++)
        {
            verb = verb < 0 && SpeechVerbs.Is(_words[comma].Form, article.RuleLanguage) ? comma : verb;
        }

        return verb > 0 && (verb <= first + 3 || article.RuleLanguage == "en") && _words[comma].Is(',') && last - comma >= ShortestWords - 1 && !HasQuote(comma, last)
            ? new SpeechCandidate(_words[comma + 1].Start, EndOfWords(comma + 1, last), false, first, comma, verb, true) { After = true }
            : null;
    }

    // По словам X, …   …, по его словам, …
    private SpeechCandidate? ByPhrase(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            var end = SpeechPhrases.End(article, i);
            if (end < 0)
            {
                continue;
            }

            var comma = end;
            while (comma < last && comma - end < LongestClosing && !_words[comma].Is(','))
            {
                comma++;
            }

            if (comma < last && _words[comma].Is(',') && last - comma >= ShortestWords && !IsAllQuoted(comma + 1, last))
            {
                return new SpeechCandidate(_words[comma + 1].Start, EndOfWords(comma + 1, last), false, i, comma, -1, true);
            }

            // "…, according to X." and «…, по словам X.»: what stands before it was said.
            return i - first > ShortestWords && _words[i - 1].Is(',') ? new SpeechCandidate(_words[first].Start, _words[i - 2].End, false, i, last, -1, true) : null;
        }

        return null;
    }

    // …, сообщил X.   …, X said.
    private SpeechCandidate? ByClosing(int first, int last)
    {
        var comma = last;
        while (comma > first && last - comma < LongestClosing && !_words[comma].Is(','))
        {
            comma--;
        }

        if (comma <= first + ShortestWords || !_words[comma].Is(',') || HasQuote(first, last))
        {
            return null;
        }

        for (var i = comma + 1; i <= last && i <= comma + 6; i++)
        {
            if (SpeechVerbs.Is(_words[i].Form, article.RuleLanguage) && (i == comma + 1 || i == last || names.At(i - 1) is not null && article.RuleLanguage == "en"))
            {
                return new SpeechCandidate(_words[first].Start, _words[comma - 1].End, false, comma + 1, last, i, true) { After = true };
            }
        }

        return null;
    }

    // "Smith said the talks would go on."
    private SpeechCandidate? EnglishWithoutThat(int first, int last)
    {
        if (article.RuleLanguage != "en")
        {
            return null;
        }

        for (var i = first + 1; i + ShortestWords < last; i++)
        {
            if (_words[i].Form is "said" or "says" or "added" && IsSubject(i - 1) && _words[i + 1].IsWord && !(_words[i + 1].Form is "in" or "on" or "at" or "to" or "of" or "by"))
            {
                return HasQuote(i, last) ? null : new SpeechCandidate(_words[i + 1].Start, _words[last].End, false, first, i, i, true);
            }
        }

        return null;
    }

    private bool IsSubject(int index) => names.At(index) is { Type: EntityTypes.Person or EntityTypes.Organisation } || _words[index].Form is "he" or "she" or "they" or "officials" or "police";

    private bool HasQuote(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (QuoteSigns.Opens(_words[i]) && names.At(Math.Min(i + 1, last)) is null)
            {
                return true;
            }
        }

        return false;
    }
}
