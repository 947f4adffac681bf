using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads sources in Latin letters that are no entity of the article by their capitals and their last word: "Daily Courier", in English also "Met Office".</summary>
internal sealed class CapitalisedNames(ArticleText article)
{
    private const int Longest = 7;

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);
    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The name that begins at the word; null when none does.</summary>
    public CitedSource? From(int first)
    {
        var last = first;
        while (last + 1 < _words.Count && last - first < Longest && article.Adjacent(last) && Belongs(last + 1))
        {
            last++;
        }

        return Belongs(first) ? Named(first, last) : null;
    }

    /// <summary>The name that ends with the word; null when none does.</summary>
    public CitedSource? EndingAt(int last)
    {
        var first = last;
        while (first > 0 && last - first < Longest && article.Adjacent(first - 1) && Belongs(first - 1))
        {
            first--;
        }

        return Belongs(last) ? Named(first, last) : null;
    }

    private bool Belongs(int index) =>
        _words[index].IsLatin && _words[index].IsCapitalised && !Calendar.IsDay(_words[index].Form) && !(_words[index].OpensSentence && StopWords.Contains(_words[index].Form, "en"));

    private CitedSource? Named(int first, int last)
    {
        var kind = _citing.IsMedium(_words[last].Form) ? SourceKinds.Medium
            : last > first && article.RuleLanguage == "en" && _lexicon.Heads.Contains(_words[last].Form) ? SourceKinds.Body
            : null;
        return kind is null ? null : new CitedSource(article.Between(first, last), kind);
    }
}
