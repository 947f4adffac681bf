using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>The common nouns of public bodies in all their forms.</summary>
internal static class BodyNouns
{
    private static readonly string[] OfTowns = ["", "рай", "київ", "міськ", "сіль", "обл", "держ", "райдерж", "облдерж", "міськдерж", "гос", "госп"];

    // Parts of a larger body, whose name follows: "територіальне відділення АМКУ".
    private static readonly FrozenSet<string> Parts = Forms([
        ("управлінн відділенн", "я ю ям і ь"),
        ("філі інспекці дирекці", "я ї ю єю й"),
        ("митниц", "я і ю ею ь"),
    ]);

    private static readonly FrozenSet<string> Nouns = Forms([
        ("прокуратур служб палат школ спілк церкв бригад установ", "а и у ою і"),
        ("комісі академі агенці асоціаці федераці гімназі організаці", "я ї ю єю й"),
        ("лікарн", "я і ю ею"),
        ("міністерств агентств держагентств товариств братств лісництв", "о а у ом і"),
        ("об'єднанн", "я ю ям і"),
        ("департамент комітет університет інститут коледж фонд відділ театр завод центр корпус штаб лісгосп держлісгосп", " у а ом і ові"),
        ("музе ліце", "й ю ї я єм"),
        (string.Join(' ', OfTowns.Select(town => town + "рад")), "а и і у ою"),
        (string.Join(' ', OfTowns.Select(town => town + "суд")), " у ом і и"),
        (string.Join(' ', OfTowns.Select(town => town + "адміністраці")), "я ї ю єю"),
    ]).Union(Parts).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word is such a noun.</summary>
    public static bool Has(Word word) => Nouns.Contains(word.Form);

    /// <summary>Whether a part of a larger body goes by it.</summary>
    public static bool IsPart(Word word) => Parts.Contains(word.Form);

    private static FrozenSet<string> Forms(IEnumerable<(string Stems, string Endings)> groups) => groups
        .SelectMany(group => group.Stems.Split(' ').SelectMany(stem => group.Endings.Split(' ').Select(ending => stem + ending)))
        .ToFrozenSet(StringComparer.Ordinal);
}
