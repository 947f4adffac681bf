namespace NewsPlatform.Text.Lemmas;

/// <summary>One way of declining names: the endings of each case, and of which names it is likely.</summary>
/// <param name="Stems">Endings of the stem, one of which it must have; a single letter class: C = consonant, S = consonant before е (ш, щ, ч, ц, ж), V = vowel; empty = any.</param>
/// <param name="Endings">Alternatives of the six cases.</param>
/// <param name="Kind">Which names are declined so.</param>
/// <param name="Likelihood">Logarithm of how likely it is against the others.</param>
internal sealed record Declension(string[] Stems, string[][] Endings, NameKind Kind, double Likelihood)
{
    private const NameKind People = NameKind.Man | NameKind.Woman;
    private const string Consonants = "бвгджзклмнпрстфхцчшщ";
    private const string Vowels = "аеиоуыэюяії";

    private static readonly string[] Surnames = ["ов", "ев", "ёв", "єв", "ин", "ын", "ін", "їн"];

    private static readonly Declension[] Russian =
    [
        Of("C", " |а|у| |ом|е", NameKind.Body, 0),
        Of("S", " |а|у|а|ем/ом|е", NameKind.Man, -0.3),
        Of("C", " |а|у|а|ом|е", NameKind.Man, -0.3),
        new(Surnames, Split(" |а|у|а|ым|е"), NameKind.Man, 0),
        new(Surnames, Split("а|ой|ой|у|ой/ою|ой"), NameKind.Woman, 0),
        new(["ск", "цк"], Split("ий|ого|ому|ого|им|ом"), NameKind.Man, 0),
        new(["н", "ч", "ш", "г", "х"], Split("ий|его|ему|его|им|ем"), NameKind.Man, -1.5),
        Of("C", "ый|ого|ому|ого|ым|ом", NameKind.Man, -1),
        Of("C", "ой|ого|ому|ого|ым/им|ом", NameKind.Man, -1.5),
        new(["ск", "цк"], Split("ая|ой|ой|ую|ой/ою|ой"), NameKind.Woman, 0),
        Of("C", "ая|ой|ой|ую|ой/ою|ой", NameKind.Woman, -1),
        Of("V", "й|я|ю|я/й|ем|е/и", NameKind.Man | NameKind.Body, -0.7),
        Of("C", "ь|я|ю|я/ь|ем/ём|е", NameKind.Man | NameKind.Body, -1),
        Of("C", "а|ы/и|е|у|ой/ою/ей|е", NameKind.Man | NameKind.Body, -1.2),
        Of("C", "а|ы/и|е|у|ой/ою/ей|е", NameKind.Woman, -0.8),
        Of("", "я|и|е|ю|ей/ёй|е", People | NameKind.Body, -2),
        Of("V", "я|и|и|ю|ей|и", People | NameKind.Body, -0.9),
        Of("C", "ь|и|и|ь|ью|и", NameKind.Body, -1.5),
        Of("C", "о|а|у|о|ом|е", NameKind.Body, -2),
        new(["г", "к", "х"], Split("и|ов/ |ам|и|ами|ах"), NameKind.Plural, 0),
        new(["ж", "ш", "щ", "ч"], Split("и|ей/ |ам|и|ами|ах"), NameKind.Plural, 0),
        Of("C", "и|ей/ь|ям|и|ями|ях", NameKind.Plural, 0),
        Of("C", "ы|ов/ев/ |ам|ы|ами|ах", NameKind.Plural, -0.1),
        Of("", "ия|ий|иям|ия|иями|иях", NameKind.Plural, 0),
        Of("V", "и|ев|ям|и|ями|ях", NameKind.Plural, 0),
    ];

    private static readonly Declension[] Ukrainian =
    [
        Of("C", " |а/у|у/ові| |ом|і/ові/у", NameKind.Body, 0),
        Of("C", " |а|у/ові|а|ом|і/ові/у", NameKind.Man, -0.3),
        Of("S", " |а|у/еві|а|ем|і/еві/у", NameKind.Man, -0.3),
        new(Surnames, Split(" |а|у/ові|а|им|і/ові"), NameKind.Man, 0),
        new(Surnames, Split("а|ої|ій|у|ою|ій"), NameKind.Woman, 0),
        new(["енк", "к"], Split("о|а|у/ові|а|ом|у/ові"), NameKind.Man, 0),
        new(["ськ", "цьк", "зьк"], Split("ий|ого|ому|ого|им|ому/ім"), NameKind.Man, 0),
        Of("C", "ий|ого|ому|ого|им|ому/ім", NameKind.Man, -1),
        new(["ськ", "цьк", "зьк"], Split("а|ої|ій|у|ою|ій"), NameKind.Woman, 0),
        Of("C", "а|ої|ій|у|ою|ій", NameKind.Woman, -1.5),
        Of("V", "й|я|ю/єві|я/й|єм|ю/ї/єві", NameKind.Man | NameKind.Body, -0.7),
        Of("C", "ь|я|ю/еві|я/ь|ем|і/ю/еві", NameKind.Man | NameKind.Body, -1),
        Of("C", "а|и|і|у|ою|і", NameKind.Man | NameKind.Body, -1.2),
        Of("C", "а|и|і|у|ою|і", NameKind.Woman, -0.8),
        Of("", "я|і/ї|і/ї|ю|ею/єю|і/ї", People | NameKind.Body, -2),
        Of("C", "ь|і|і|ь|ю|і", NameKind.Body, -1.5),
        Of("C", "о|а|у|о|ом|і", NameKind.Body, -2),
        new(["ж", "ш", "щ", "ч", "ц", "гн", "дн", "вл"], Split("і|ів/ей/ь|ам/ям|і|ами/ями|ах/ях"), NameKind.Plural, 0),
        Of("C", "і|ей/ь|ям|і|ями|ях", NameKind.Plural, -0.1),
        Of("C", "и|ів/ |ам|и|ами|ах", NameKind.Plural, -0.1),
        Of("V", "ї|їв/й|ям|ї|ями|ях", NameKind.Plural, -0.5),
    ];

    /// <summary>The ending of the nominative.</summary>
    public string Nominative => Endings[0][0];

    /// <summary>All ways of a language.</summary>
    public static IReadOnlyList<Declension> Of(string language) => language == "uk" ? Ukrainian : Russian;

    /// <summary>Whether names with such a stem are declined so.</summary>
    public bool Takes(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 2)
        {
            return false;
        }

        foreach (var ending in Stems)
        {
            if (ending switch { "" => true, "C" => Consonants.Contains(stem[^1], StringComparison.Ordinal), "S" => "шщчцж".Contains(stem[^1], StringComparison.Ordinal), "V" => Vowels.Contains(stem[^1], StringComparison.Ordinal), _ => stem.EndsWith(ending, StringComparison.Ordinal) })
            {
                return true;
            }
        }

        return false;
    }

    private static Declension Of(string stems, string endings, NameKind kind, double likelihood) => new([stems], Split(endings), kind, likelihood);

    private static string[][] Split(string endings) => [.. endings.Split('|').Select(alternatives => alternatives.Split('/').Select(ending => ending.Trim()).ToArray())];
}
