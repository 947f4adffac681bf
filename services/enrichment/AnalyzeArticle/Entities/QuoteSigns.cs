using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>The quotation marks of the languages served, as they pair.</summary>
internal static class QuoteSigns
{
    public static bool Opens(Word word) => word.Length == 1 && word.Text[0] is '«' or '"' or '“' or '„' or '‟';

    public static bool Closes(Word open, Word word) => word.Length == 1 && Pairs(open.Text[0], word.Text[0]);

    /// <summary>The last word of a name that a closing mark ends: the mark itself, but in Russian the word before it, as its corpora mark names.</summary>
    public static int LastOf(int close, string ruleLanguage) => ruleLanguage == "ru" ? close - 1 : close;

    /// <summary>A name that ends before its closing mark, with the mark.</summary>
    public static string Balanced(string name)
    {
        var open = name.LastIndexOfAny(['«', '„', '“', '"']);
        var closed = open >= 0 && (name[open] == '"' ? name.Count(sign => sign == '"') % 2 == 0 : name.AsSpan(open + 1).IndexOfAny('»', '“', '”') >= 0);
        return open < 0 || closed || name[open] == '“' ? name : name + (name[open] switch { '«' => '»', '„' => '“', var same => same });
    }

    /// <summary>Whether the mark at <paramref name="close"/> closes one that stands open between two words.</summary>
    public static bool OpenedBy(ArticleText article, int first, int last, int close)
    {
        for (var i = last; i >= first; i--)
        {
            if (Opens(article.Words[i]) || Closes(article.Words[i]))
            {
                return Closes(article.Words[i], article.Words[close]);
            }
        }

        return false;
    }

    private static bool Closes(Word word) => word.Length == 1 && word.Text[0] is '»' or '”';

    /// <summary>Whether the second mark closes what the first opened.</summary>
    public static bool Pairs(char open, char close) => open switch
    {
        '«' => close == '»',
        '"' => close == '"',
        '„' or '‟' => close is '“' or '”' or '"',
        '“' => close is '”' or '"',
        _ => false,
    };
}
