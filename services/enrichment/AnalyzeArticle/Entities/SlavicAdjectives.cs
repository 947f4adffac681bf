using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Tells adjectives of Russian and Ukrainian by their endings.</summary>
internal static class SlavicAdjectives
{
    private static readonly string[] Endings =
        ["ська", "цька", "зька", "ську", "цьку", "ське", "цьке", "ською", "ські", "цькі", "ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ої", "ій", "ої", "ым", "им", "ой"];

    // Nouns end so too ("Газпромом"): of use only where the word before a noun is known for its adjective.
    private static readonly string[] LocativeEndings = ["ом", "ем", "ім", "ою", "ею"];

    private static readonly HashSet<string> UkrainianEndings = ["ська", "цька", "зька", "ську", "цьку", "ське", "цьке", "ською", "ські", "цькі"];

    private static readonly string[] NameStems = ["ск", "зк", "цк", "ськ", "зьк", "цьк"];

    /// <summary>Whether the word ends like an adjective; strict asks for an adjective's suffix before the ending, as surnames in -ский have too.</summary>
    public static bool Is(Word word, bool strict = false)
    {
        if (word.Length < 5 || !word.IsWord)
        {
            return false;
        }

        return Array.Find(Endings, suffix => word.Form.EndsWith(suffix, StringComparison.Ordinal)) is { } ending
            && (!strict || word.Form[..^ending.Length].EndsWith('н'));
    }

    /// <summary>Whether the word is an adjective made from a name: российский, київська.</summary>
    public static bool OfName(Word word) =>
        word.IsWord && Array.Find(Endings, suffix => word.Form.EndsWith(suffix, StringComparison.Ordinal)) is { } ending
        && (UkrainianEndings.Contains(ending) || Array.Exists(NameStems, stem => word.Form.AsSpan(0, word.Form.Length - ending.Length).EndsWith(stem)));

    /// <summary>The adjective in the nominative that agrees with a noun in the nominative.</summary>
    public static string Nominative(Word adjective, string noun, string language)
    {
        var ending = Array.Find(Endings, suffix => adjective.Form.EndsWith(suffix, StringComparison.Ordinal))
            ?? Array.Find(LocativeEndings, suffix => adjective.Form.EndsWith(suffix, StringComparison.Ordinal));
        if (ending is null)
        {
            return adjective.Text;
        }

        var stem = adjective.Text[..^(UkrainianEndings.Contains(ending) ? ending.Length - 3 : ending.Length)];
        var soft = stem[^1] is 'к' or 'г' or 'х' or 'ш' or 'щ' or 'ч';
        return stem + (noun[^1], language) switch
        {
            ('а' or 'я', "uk") => "а",
            ('а' or 'я', _) => "ая",
            ('о' or 'е', "uk") => "е",
            ('о' or 'е', _) => "ое",
            (_, "uk") => "ий",
            (_, "ru") when Phrases.RussianLemmas.Adjective(adjective.Form)?.EndsWith("ой", StringComparison.Ordinal) == true => "ой",
            _ => soft ? "ий" : "ый",
        };
    }
}
