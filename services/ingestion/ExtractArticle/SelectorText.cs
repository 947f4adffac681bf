using AngleSharp.Css.Parser;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>CSS selectors that people wrote, in rules for publishers and for lists.</summary>
internal static class SelectorText
{
    /// <summary>UTF-16 units of a selector.</summary>
    public const int MaxLength = 500;

    /// <summary>Whether a page can be searched with it.</summary>
    public static bool IsValid(string selector)
    {
        try
        {
            return selector.Length <= MaxLength && new CssSelectorParser().ParseSelector(selector) is not null;
        }
        catch (AngleSharp.Dom.DomException)
        {
            return false;
        }
    }
}
