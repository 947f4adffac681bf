using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Where verbs of saying and "by the words of" stand, so that each quotation finds its nearest without reading the clause again.</summary>
internal sealed class SpeechMap
{
    // For each word the nearest such place at or before it; -1 when there is none.
    private readonly int[] _verbs;
    private readonly int[] _phrases;

    public SpeechMap(ArticleText article)
    {
        _verbs = new int[article.Words.Count];
        _phrases = new int[article.Words.Count];
        var (verb, phrase) = (-1, -1);
        for (var i = 0; i < article.Words.Count; i++)
        {
            verb = SpeechVerbs.At(article, i) ? i : verb;
            phrase = SpeechPhrases.End(article, i) > 0 ? i : phrase;
            (_verbs[i], _phrases[i]) = (verb, phrase);
        }
    }

    /// <summary>The last verb of saying of a range of words; -1 when it has none.</summary>
    public int LastVerb(int first, int last) => last >= first && _verbs[last] >= first ? _verbs[last] : -1;

    /// <summary>Whether a phrase that ascribes words begins in the range.</summary>
    public bool HasPhrase(int first, int last) => last >= first && _phrases[last] >= first;
}
