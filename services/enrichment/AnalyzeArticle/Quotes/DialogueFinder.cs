using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds speech that a dash opens at a paragraph's begin: «— Слова, — сказал X. — Слова».</summary>
internal sealed class DialogueFinder(ArticleText article)
{
    // A longer paragraph is a list or an interview's answer without a "said".
    private const int LongestSpeech = 120;
    private const int LongestClause = 20;

    private readonly IReadOnlyList<Word> _words = article.Words;

    public IEnumerable<SpeechCandidate> Find()
    {
        for (var i = 0; i + 3 < _words.Count; i++)
        {
            if (_words[i].IsDash && IsLineStart(i) && _words[i + 1].IsWord && Read(i) is { } speech)
            {
                yield return speech;
            }
        }
    }

    private bool IsLineStart(int index)
    {
        var start = _words[index].Start;
        return start == 0 || article.Text[start - 1] == '\n';
    }

    private SpeechCandidate? Read(int dash)
    {
        for (var i = dash + 2; i + 1 < _words.Count && i < dash + LongestSpeech && !IsLineStart(i); i++)
        {
            if (_words[i].IsDash && !_words[i - 1].IsWord && SpeechVerbs.Is(_words[i + 1].Form, article.RuleLanguage))
            {
                var end = _words[i - 1].Is(',') ? i - 2 : i - 1;
                return new SpeechCandidate(_words[dash + 1].Start, _words[end].End, true, i + 1, EndOfClause(i + 1), i + 1, false) { After = true };
            }
        }

        return null;
    }

    private int EndOfClause(int first)
    {
        var last = first;
        while (last + 1 < _words.Count && last - first < LongestClause && !_words[last + 1].Is('.') && !_words[last + 1].IsDash && !IsLineStart(last + 1))
        {
            last++;
        }

        return last;
    }
}
