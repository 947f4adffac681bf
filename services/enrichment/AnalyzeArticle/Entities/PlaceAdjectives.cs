using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds the place that a Russian or Ukrainian adjective is made of: "украинский" of Украина, "паризька" of Париж.</summary>
internal static class PlaceAdjectives
{
    // Between the place's stem and -ск-: моск-ов-ск, росс-ий-ск, американ-ск.
    private static readonly string[] Links = ["", "ий", "ан", "ов", "ев", "ин", "иан", "ен"];

    private static readonly ConcurrentDictionary<string, Lazy<FrozenDictionary<string, string>>> Cache = new();

    /// <summary>The place's name in the nominative; null when the word is no such adjective.</summary>
    public static string? PlaceOf(Word word, EntityLexicon lexicon, string ruleLanguage)
    {
        if (ruleLanguage == "en" || !SlavicAdjectives.OfName(word))
        {
            return null;
        }

        var stem = Skeleton.Of(word.Form);
        var end = Math.Max(stem.LastIndexOf("ск", StringComparison.Ordinal), Math.Max(stem.LastIndexOf("цк", StringComparison.Ordinal), stem.LastIndexOf("зк", StringComparison.Ordinal)));
        return end < 2 ? null : Stems(lexicon, ruleLanguage).GetValueOrDefault(stem[..(end + 2)]);
    }

    private static FrozenDictionary<string, string> Stems(EntityLexicon lexicon, string language) =>
        Cache.GetOrAdd(language, _ => new Lazy<FrozenDictionary<string, string>>(() => Make(lexicon))).Value;

    private static FrozenDictionary<string, string> Make(EntityLexicon lexicon)
    {
        var stems = new Dictionary<string, string>();
        foreach (var place in lexicon.Places.Names.Where(place => place.Length > 3 && !place.Contains(' ', StringComparison.Ordinal)))
        {
            foreach (var stem in StemsOf(Skeleton.Of(NewsPlatform.Text.WordForm.Normalize(place))))
            {
                stems.TryAdd(stem, place);
            }
        }

        return stems.ToFrozenDictionary();
    }

    private static IEnumerable<string> StemsOf(string place)
    {
        var stem = place.TrimEnd('а', 'я', 'о', 'е', 'и', 'й', 'у');
        if (stem.EndsWith("ск", StringComparison.Ordinal) || stem.EndsWith("цк", StringComparison.Ordinal))
        {
            yield return stem;
        }

        foreach (var link in Links)
        {
            yield return stem + link + "ск";
        }

        // Париж, парижский and паризький; Прага, пражский; Волга, волжский; Греция, греческий.
        var (cut, last) = (stem[..^1], stem[^1]);
        yield return last is 'г' or 'з' or 'ж' ? cut + "зк" : last is 'т' or 'ц' or 'к' or 'ч' ? cut + "цк" : stem + "нск";
        yield return last == 'г' ? cut + "жск" : last == 'ц' ? cut + "ческ" : last == 'к' && cut.Length > 2 ? cut + "ск" : stem + "йск";
    }
}
