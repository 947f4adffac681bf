using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>What the endings of Ukrainian words tell; a guess, as no dictionary is asked.</summary>
internal static class WordEndings
{
    private const int ShortestStem = 3;
    private const int ShortestGenitive = 5;

    private static readonly string[] Adjective = ["ого", "ому", "ими", "ий", "им", "ім", "ої", "ій", "ою", "их", "а", "у", "е", "і"];
    private static readonly string[] OfName = ["ськ", "цьк", "зьк"];
    private static readonly string[] GenitiveAdjective = ["ої", "их", "ого"];

    private static readonly string[] GenitiveNoun =
        ["ів", "їв", "ань", "ень", "ств", "ства", "цтва", "ості", "ння", "ції", "сії", "зії", "рії", "ики", "іки", "они", "ини", "еки", "світи", "ту", "ку", "ду", "ну", "му", "лю", "'я", "ій"];

    private static readonly string[] Verb = ["ив", "ав", "ила", "ала", "или", "али", "ило", "ало", "ає", "ує", "ють"];

    // Nouns that end like a verb, and like an adjective.
    private const string Affairs = "справ";
    private const string Head = "голов";

    /// <summary>Whether it may be an adjective in a body's name.</summary>
    public static bool IsAdjective(Word word)
    {
        if (word.Shape is not (WordShape.Title or WordShape.Lower) || Array.Find(Adjective, ending => Ends(word, ending)) is not { } ending)
        {
            return false;
        }

        var stem = word.Form.AsSpan(0, word.Form.Length - ending.Length);
        return stem.Length >= ShortestStem
            && (stem[^1] == 'н' || IsOfName(word) || ending.Length > 1 && (stem.EndsWith("ов") || stem.EndsWith("ев")) && !stem.SequenceEqual(Head));
    }

    /// <summary>Whether it is an adjective made of a name: "київського".</summary>
    public static bool IsOfName(Word word) =>
        Array.Find(Adjective, ending => Ends(word, ending)) is { } ending && Array.Exists(OfName, suffix => word.Form.AsSpan(0, word.Form.Length - ending.Length).EndsWith(suffix));

    /// <summary>Whether it is a common adjective in the genitive, so that a noun must follow: "судових".</summary>
    public static bool IsGenitiveAdjective(Word word) => word is { Shape: WordShape.Lower, Length: >= ShortestGenitive } && Array.Exists(GenitiveAdjective, ending => Ends(word, ending));

    /// <summary>Whether it is a common noun in the genitive: "комунікацій", "нагляду".</summary>
    public static bool IsGenitiveNoun(Word word) => word is { Shape: WordShape.Lower, Length: >= ShortestGenitive } && Array.Exists(GenitiveNoun, ending => Ends(word, ending));

    /// <summary>Whether it is a verb of what somebody does or did: "вирішив", "повертає".</summary>
    public static bool IsVerb(Word word) => word is { Shape: WordShape.Lower, Length: >= ShortestGenitive } && word.Form != Affairs && Array.Exists(Verb, ending => Ends(word, ending));

    private static bool Ends(Word word, string ending) => word.Form.EndsWith(ending, StringComparison.Ordinal);
}
