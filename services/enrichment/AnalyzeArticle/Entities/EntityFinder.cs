using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds the persons, organisations and places of an article and joins the mentions of the same one.</summary>
internal static class EntityFinder
{
    /// <summary>The entities, most mentioned first.</summary>
    public static IReadOnlyList<NamedEntity> Find(ArticleText article)
    {
        var lexicon = EntityLexicon.For(article.RuleLanguage);
        var rules = ByRules(article, lexicon);
        var tagged = NameTagger.For(article.RuleLanguage).Find(article, lexicon, rules);

        return EntityMerger.Merge(article, lexicon, TaggedNames.Of(article, lexicon, rules, tagged));
    }

    /// <summary>What rules and lists alone find.</summary>
    public static IReadOnlyList<Mention> ByRules(ArticleText article, EntityLexicon lexicon)
    {
        var known = new NameMap(article, lexicon);
        var mentions = article.RuleLanguage == "en"
            ? new EnglishNameFinder(article, lexicon, known).Find()
            : new PersonFinder(article, lexicon, known).Find();
        if (article.RuleLanguage != "en")
        {
            mentions.AddRange(new OrganisationFinder(article, lexicon, known).Find());
        }

        mentions.AddRange(new PlaceFinder(article, lexicon, known).Find());
        mentions.AddRange(known.Mentions);
        var kept = MentionConflicts.Resolve(mentions);
        kept.AddRange(RepeatedNames.Find(article, kept));
        return kept;
    }
}
