using NewsPlatform.Contracts.Articles;
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

    // ", two officials told the Courier, which first reported the row in May."
    private const int LongestTelling = 24;

    // Longer sentences are no sentences.
    private const int LongestSentence = 400;

    private static readonly HashSet<string> That = ["что", "що", "that", "будто", "чтобы", "ніби"];

    private static readonly HashSet<string> Turning = ["but", "while", "а", "но", "однако", "тогда", "але", "проте", "однак"];

    private static readonly HashSet<string> Afterwards = ["in", "on", "at", "during", "after", "before", "to", "by", "when", "as", "late", "early", "earlier", "later", "yesterday", "today", "this", "last", "through", "via"];

    // Where the words end and their source begins: ", citing X", «, ссылаясь на X».
    private static readonly HashSet<string> Citing = ["citing", "quoting", "ссылаясь", "сославшись", "ссылкой", "посилаючись", "пославшись", "посиланням"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly CapitalisedNames _capitalised = new(article);
    private readonly UnnamedSources _unnamed = new(article, names);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);

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
            if (last < end && !_words[last].Is(';') && !(_words[last].Is(',') && Turns(first, last, end)))
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

    // "…, X said, but Y warned that …": both sides tell who says them.
    private bool Turns(int first, int comma, int end) =>
        comma + 1 < end && Turning.Contains(_words[comma + 1].Form) && HasVerb(first, comma) && HasVerb(comma + 2, Math.Min(end, comma + 1 + ThatReach));

    private bool HasVerb(int first, int last)
    {
        for (var i = last; i >= first && i > last - 3 * ThatReach; i--)
        {
            if (SpeechVerbs.At(article, i))
            {
                return true;
            }
        }

        return false;
    }

    private SpeechCandidate? Read(int first, int last)
    {
        SpeechCandidate? passive = null;
        for (var i = first; i <= last; i++)
        {
            if (!SpeechVerbs.At(article, i))
            {
                continue;
            }

            var that = ThatAfter(i, last);
            if (that > 0 && that < last && !IsAllQuoted(that + 1, last))
            {
                var speech = new SpeechCandidate(_words[that + 1].Start, EndOfWords(that + 1, BeforeCiting(that + 1, last)), false, first, that - 1, i, true);
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

    private int BeforeCiting(int first, int last)
    {
        for (var i = first + ShortestWords; i + 1 < last; i++)
        {
            if (_words[i].Is(',') && (Citing.Contains(_words[i + 1].Form) || Citing.Contains(_words[i + 2].Form)))
            {
                return i - 1;
            }
        }

        return last;
    }

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
            verb = verb < 0 && SpeechVerbs.At(article, comma) ? comma : verb;
        }

        // «Как пишет X, ссылаясь на Y, …»: the words begin behind Y.
        var words = comma;
        if (comma + 2 < last && _words[comma].Is(',') && (Citing.Contains(_words[comma + 1].Form) || Citing.Contains(_words[comma + 2].Form)))
        {
            for (words = comma + 1; words < last && words - comma < LongestClosing && !_words[words].Is(','); words++)
            {
            }
        }

        return verb > 0 && (verb <= first + 3 || article.RuleLanguage == "en") && _words[words].Is(',') && last - words >= ShortestWords - 1 && !HasQuote(words, last)
            ? new SpeechCandidate(_words[words + 1].Start, EndOfWords(words + 1, last), false, first, comma, verb, true) { After = true }
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

    // …, сообщил X.   …, X said.   …, передаёт X, ссылаясь на Y.
    private SpeechCandidate? ByClosing(int first, int last)
    {
        if (HasQuote(first, last))
        {
            return null;
        }

        for (var comma = last - 1; comma >= first + ShortestWords && last - comma < LongestTelling; comma--)
        {
            if (_words[comma].Is(',') && ClosingVerb(comma, last) is var verb and > 0 && (last - comma < LongestClosing || _words[verb].Form is "told" or "tells"))
            {
                return new SpeechCandidate(_words[first].Start, _words[comma - 1].End, false, comma + 1, last, verb, true) { After = true };
            }
        }

        return null;
    }

    private int ClosingVerb(int comma, int last)
    {
        for (var i = comma + 1; i <= last && i <= comma + ThatReach; i++)
        {
            if (SpeechVerbs.At(article, i) && (i == comma + 1 || i <= comma + 6 && i == last || article.RuleLanguage == "en" && (i <= comma + 6 && IsSubject(i - 1) || _unnamed.Subject(i, comma + 1, last) is not null) && (Closes(i + 1) || _words[i].Form is "told" or "tells")))
            {
                return i;
            }
        }

        return -1;
    }

    // Behind "X said" of a closing clause stands when, where or to whom, no speech.
    private bool Closes(int next) => !_words[next].IsWord || Afterwards.Contains(_words[next].Form) || Calendar.IsDay(_words[next].Form);

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
                return new SpeechCandidate(_words[i + 1].Start, EndOfWords(i + 1, BeforeCiting(i + 1, last)), false, first, i, i, true);
            }
        }

        return null;
    }

    private bool IsSubject(int index) =>
        _citing.KindOf(_words[index].Form) is not null || _lexicon.Heads.Contains(_words[index].Form) || _capitalised.EndingAt(index) is not null || _unnamed.Indefinite(index) >= 0 || _lexicon.Roles.Contains(_words[index].Form) || names.At(index) is { Type: EntityTypes.Person or EntityTypes.Organisation } || _words[index].Form is "he" or "she" or "they" or "officials" or "police";

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
