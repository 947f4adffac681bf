using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.FindSimilar;

/// <summary>One thing by which an article may be found again in others.</summary>
/// <param name="Name">For people.</param>
/// <param name="IsEntity">True for a person, organisation or place; false for a key phrase.</param>
/// <param name="Where">What the search index is asked.</param>
internal sealed record SimilarityClue(string Name, bool IsEntity, SearchExpression Where)
{
    // Each clue is one read of the index.
    private const int MostEntities = 8;
    private const int MostPhrases = 8;

    /// <summary>The entities that the article names most and its first key phrases; without any, the words of its title.</summary>
    public static IReadOnlyList<SimilarityClue> Of(PublishedArticle article)
    {
        // By its id an entity is the same in every language.
        var entities = article.Analysis.Entities
            .OrderByDescending(entity => entity.Mentions.Count)
            .Select(entity => new SimilarityClue(entity.Name, IsEntity: true, new LabelClause(ArticleLabels.Entity(entity.Id ?? entity.Name))))
            .DistinctBy(clue => clue.Where)
            .Take(MostEntities);
        var phrases = article.Analysis.KeyPhrases.Concat(article.Analysis.Keywords).ToList();
        var said = (phrases.Count > 0 ? phrases : [.. article.Content.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            .Select(phrase => (Phrase: phrase, Stems: string.Join(' ', SearchText.IndexTerms(phrase, article.Analysis.Language).Distinct(StringComparer.Ordinal))))
            .Where(phrase => phrase.Stems.Length > 0)
            .DistinctBy(phrase => phrase.Stems)
            .Take(MostPhrases)
            .Select(phrase => new SimilarityClue(phrase.Phrase, IsEntity: false, SearchExpression.All([.. phrase.Stems.Split(' ').Select(stem => new TextClause([[stem]]))])!));
        return [.. entities, .. said];
    }
}
