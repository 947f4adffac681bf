using System.Collections.Concurrent;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>What the finders know beforehand about names in one rule language (ru, uk or en).</summary>
internal sealed class EntityLexicon
{
    private static readonly ConcurrentDictionary<string, Lazy<EntityLexicon>> Cache = new();

    private EntityLexicon(string language)
    {
        var names = LexiconFile.Words("given-names");
        var heads = LexiconFile.Words("organisation-heads");
        var placeHeads = LexiconFile.Words("place-heads");
        var roles = LexiconFile.Words("roles");
        MaleNames = new WordSet([.. names[language + " m"], .. Foreign(names["en m"], language)], language);
        FemaleNames = new WordSet([.. names[language + " f"], .. Foreign(names["en f"], language)], language);
        Places = new PhraseSet().Add(LexiconFile.Phrases("places")[language], language);
        Organisations = new PhraseSet().Add(LexiconFile.Phrases("organisations")["indeclinable"], "en")
            .Add(LexiconFile.Phrases("organisations")[language], language);
        if (language != "en")
        {
            Places.Add(LexiconFile.Phrases("places")["en"], "en");
        }

        Heads = new WordSet(heads[language], language);
        Kinds = new WordSet(heads[language + " kind"], language);
        Roles = new WordSet(roles[language], language);
        RoleAdjectives = new WordSet(roles["adjective"], language);
        Works = new WordSet(LexiconFile.Words("quoted-works")[language], language);
        PlaceHeadsBefore = new WordSet(placeHeads[language + " before"], language);
        PlaceHeadsAfter = new WordSet(placeHeads[language + " after"], language);
    }

    public WordSet MaleNames { get; }

    public WordSet FemaleNames { get; }

    public PhraseSet Places { get; }

    public PhraseSet Organisations { get; }

    /// <summary>Nouns that head an organisation's name ("министерство", "Ministry").</summary>
    public WordSet Heads { get; }

    /// <summary>Nouns before a quoted or foreign name ("газета «…»").</summary>
    public WordSet Kinds { get; }

    public WordSet Roles { get; }

    public WordSet RoleAdjectives { get; }

    /// <summary>Nouns whose quoted name is no organisation ("фильм «…»").</summary>
    public WordSet Works { get; }

    public WordSet PlaceHeadsBefore { get; }

    public WordSet PlaceHeadsAfter { get; }

    public static EntityLexicon For(string ruleLanguage) =>
        Cache.GetOrAdd(ruleLanguage, language => new Lazy<EntityLexicon>(() => new EntityLexicon(language))).Value;

    /// <summary>The nominative of a given name; null when the word is none.</summary>
    public string? GivenName(string form) => MaleNames.Nominative(form) ?? FemaleNames.Nominative(form);

    private static IReadOnlyList<string> Foreign(IReadOnlyList<string> names, string language) => language == "en" ? [] : names;
}
