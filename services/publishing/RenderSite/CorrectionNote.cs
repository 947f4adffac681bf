using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite.Texts;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Says over an article what its publisher put right, in the article's language.</summary>
internal static class CorrectionNote
{
    /// <summary>Nothing when nothing was put right.</summary>
    public static Html Of(PublishedArticle article) => Html.If(
        article.Content.Correction,
        text => Html.Of($"<p class=\"correction\"><strong>{(InterfaceLanguage.Find(article.Analysis.Language) ?? EnglishTexts.Texts).Correction}</strong> {text}</p>"));
}
