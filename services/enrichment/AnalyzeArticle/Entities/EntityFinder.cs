using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds the persons, organisations and places of an article and joins the mentions of the same one.</summary>
internal static class EntityFinder
{
    /// <summary>The entities, most mentioned first.</summary>
    public static IReadOnlyList<NamedEntity> Find(ArticleText article, Gazetteer gazetteer)
    {
        var lexicon = EntityLexicon.For(article.RuleLanguage);
        var rules = ByRules(article, lexicon);
        var tagged = NameTagger.For(article.RuleLanguage).Find(article, lexicon, rules);

        var mentions = UsersNames(TaggedNames.Of(article, lexicon, rules, tagged), [.. gazetteer.Mentions(article)]);

        return EntityLinker.Link(article, EntityMerger.Merge(article, lexicon, mentions), gazetteer);
    }

    // What the user's list names is so: it takes the place of every reading of the same or of fewer words.
    private static IReadOnlyList<Mention> UsersNames(IReadOnlyList<Mention> mentions, List<Mention> users)
    {
        if (users.Count == 0)
        {
            return mentions;
        }

        var listed = new Mention?[users[^1].Last + 1];
        users.ForEach(user => Array.Fill(listed, user, user.First, user.Count));
        return [.. mentions.Where(mention => !(mention.First < listed.Length && listed[mention.First] is { } user && user.Last >= mention.Last)).Concat(users).OrderBy(mention => mention.First)];
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
