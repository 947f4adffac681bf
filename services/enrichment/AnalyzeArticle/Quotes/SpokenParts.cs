using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Cuts spoken words where the text puts between them who speaks: «Слова, — сказал X. — Слова».</summary>
internal sealed class SpokenParts(ArticleText article)
{
    // Soon after the dash the verb comes: "— не без иронии заметил X".
    private const int VerbReach = 4;
    private const int LongestClause = 25;

    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The spoken parts of a range of words, each with its clause; none when nothing is put between.</summary>
    public IEnumerable<SpeechCandidate> Read(int first, int last)
    {
        SpeechCandidate? clause = null;
        var begin = first;
        for (var i = first + 1; i < last; i++)
        {
            if (!_words[i].IsDash || _words[i - 1].IsWord || VerbAfter(i, last) is not { } verb)
            {
                continue;
            }

            var end = EndOfClause(i + 1, last);
            clause = Part(begin, i - 1, i + 1, end, verb);
            yield return clause;
            i = end + 2;
            begin = i + 1;
        }

        if (clause is not null && begin <= last)
        {
            yield return Part(begin, last, clause.First, clause.Last, clause.Verb);
        }
    }

    private SpeechCandidate Part(int first, int last, int clauseFirst, int clauseLast, int verb)
    {
        while (last > first && (_words[last].Is(',') || _words[last].Is('.') && article.RuleLanguage != "en"))
        {
            last--;
        }

        return new SpeechCandidate(_words[first].Start, _words[last].End, true, clauseFirst, clauseLast, verb, false) { After = true };
    }

    private int? VerbAfter(int dash, int last)
    {
        for (var i = dash + 1; i <= last && i <= dash + VerbReach && _words[i].IsWord; i++)
        {
            if (SpeechVerbs.At(article, i))
            {
                return i;
            }
        }

        return null;
    }

    // Up to the sign before the dash with which the words go on.
    private int EndOfClause(int first, int last)
    {
        var end = first;
        while (end + 1 < last && end - first < LongestClause && !(_words[end + 1].Is('.') || _words[end + 1].Is(',') && _words[end + 2].IsDash))
        {
            end++;
        }

        return end + 1 < last ? end : last;
    }
}
