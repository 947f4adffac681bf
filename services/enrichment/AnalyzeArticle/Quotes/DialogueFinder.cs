using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds speech that a dash opens at a paragraph's begin: «— Слова, — сказал X. — Слова».</summary>
internal sealed class DialogueFinder(ArticleText article)
{
    // A longer paragraph is a list or an interview's answer without a "said".
    private const int LongestSpeech = 120;

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly SpokenParts _parts = new(article);

    public IEnumerable<SpeechCandidate> Find()
    {
        for (var i = 0; i + 3 < _words.Count; i++)
        {
            if (_words[i].IsDash && IsLineStart(i) && _words[i + 1].IsWord)
            {
                foreach (var part in _parts.Read(i + 1, EndOfLine(i)))
                {
                    yield return part;
                }
            }
        }
    }

    private bool IsLineStart(int index)
    {
        var start = _words[index].Start;
        return start == 0 || article.Text[start - 1] == '\n';
    }

    private int EndOfLine(int dash)
    {
        var last = dash + 1;
        while (last + 1 < _words.Count && last - dash < LongestSpeech && !IsLineStart(last + 1))
        {
            last++;
        }

        return last;
    }
}
