using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>What an article is found by: the stems of each part in order of the text, so that phrases can be found, what it is mainly about, and its labels.</summary>
/// <param name="Title">Stems of the title.</param>
/// <param name="Description">Stems of second headline and teaser.</param>
/// <param name="Content">Stems of the body.</param>
/// <param name="Core">Stems that come back in the article or stand in its key phrases, each once: it is about these.</param>
/// <param name="Labels">See <see cref="ArticleLabels"/>.</param>
internal sealed record IndexedArticle(
    IReadOnlyList<string> Title, IReadOnlyList<string> Description, IReadOnlyList<string> Content, IReadOnlyList<string> Core, IReadOnlyList<string> Labels)
{
    /// <summary>Raise it whenever the same article would be found or ranked by other stems or labels: every index is then written anew from the contents.</summary>
    public const int Version = 2;

    // Fewer occurrences are said in passing.
    private const int CoreOccurrences = 3;

    /// <summary>Pure.</summary>
    /// <param name="article">With its body.</param>
    public static IndexedArticle Of(PublishedArticle article)
    {
        var (content, language) = (article.Content, article.Analysis.Language);
        var title = SearchText.IndexTerms(content.Title, language);
        var description = SearchText.IndexTerms(string.Join("\n\n", content.Subtitle, content.Description), language);
        var text = SearchText.IndexTerms(content.Text(), language);
        var repeated = text.Concat(description).Concat(title).CountBy(stem => stem, StringComparer.Ordinal).Where(stem => stem.Value >= CoreOccurrences).Select(stem => stem.Key);
        var phrases = article.Analysis.KeyPhrases.SelectMany(phrase => SearchText.IndexTerms(phrase, language)).Intersect(text.Concat(title), StringComparer.Ordinal);
        return new IndexedArticle(title, description, text, [.. repeated.Union(phrases, StringComparer.Ordinal)], [.. ArticleLabels.Of(article)]);
    }
}
