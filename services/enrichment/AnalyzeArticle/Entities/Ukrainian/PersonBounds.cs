using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Whole persons: with the surname that stands before name and patronymic ("Смик Сергій Миколайович") and with initials; God and Christ, who bear no other name.</summary>
internal static class PersonBounds
{
    private static readonly string[] Patronymics =
        ["ович", "овича", "овичу", "овичем", "ївна", "ївни", "ївні", "ївну", "ївною", "івна", "івни", "івні", "івну", "івною"];

    private static readonly FrozenSet<string> Holy =
        ["бог", "бога", "богу", "богові", "богом", "боже", "господь", "господи", "господа", "господу", "господові", "господом", "христос", "христа", "христу", "христові", "христом", "аллах", "аллаха", "аллаху", "аллахом"];

    /// <summary>The person with surname and initials.</summary>
    public static Mention Of(ArticleText article, Mention name)
    {
        var words = article.Words;
        var isBehindSurname = name.Count == 2 && name.First > 0 && article.Adjacent(name.First - 1) && words[name.First - 1].Shape == WordShape.Title && !words[name.First - 1].OpensSentence
            && words[name.First].Shape == WordShape.Title && Array.Exists(Patronymics, ending => words[name.Last].Form.EndsWith(ending, StringComparison.Ordinal));
        while (name.Count > 1 && words[name.Last].Shape == WordShape.Lower)
        {
            name = name with { Last = name.Last - 1, Name = null };
        }

        return PersonInitials.With(article, isBehindSurname ? new Mention(name.First - 1, name.Last, name.Type) : name);
    }

    /// <summary>A given name that no list knows for a place is a person, whatever the weights took it for.</summary>
    public static Mention Told(ArticleText article, EntityLexicon lexicon, Mention name) =>
        name is { Count: 1, Type: EntityTypes.Person } && BodyNouns.Has(article.Words[name.First]) ? name with { Type = EntityTypes.Organisation, Name = null }
        : name is { Count: 1, Type: EntityTypes.Place } && article.Words[name.First].Shape == WordShape.Title && lexicon.GivenName(article.Words[name.First].Form) is not null && lexicon.Places.At(article.Words, name.First) is null
            ? new Mention(name.First, name.Last, EntityTypes.Person)
            : name;

    /// <summary>Where God or Christ is named, whatever it was taken for.</summary>
    public static IEnumerable<Mention> HolyNames(ArticleText article) =>
        article.Words.Index().Where(word => word.Item.Shape == WordShape.Title && Holy.Contains(word.Item.Form)).Select(word => new Mention(word.Index, word.Index, EntityTypes.Person));

    /// <summary>Whether a name is nothing but such a one, or puts a common word before it ("Слава Богу").</summary>
    public static bool EndsHoly(ArticleText article, Mention name) => name.Count <= 2 && article.Words[name.Last].Shape == WordShape.Title && Holy.Contains(article.Words[name.Last].Form);
}
