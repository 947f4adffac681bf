using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>The quotation marks of the languages served, as they pair.</summary>
internal static class QuoteSigns
{
    public static bool Opens(Word word) => word.Length == 1 && word.Text[0] is '«' or '"' or '“' or '„' or '‟';

    public static bool Closes(Word open, Word word) => word.Length == 1 && Pairs(open.Text[0], word.Text[0]);

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
