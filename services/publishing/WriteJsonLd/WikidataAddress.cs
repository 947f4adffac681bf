namespace NewsPlatform.Publishing.WriteJsonLd;

/// <summary>The address of a thing in Wikidata.</summary>
internal static class WikidataAddress
{
    private const string Root = "https://www.wikidata.org/entity/";

    /// <summary>Null for what is no Wikidata id: a user's gazetteer may have ids of its own.</summary>
    public static string? Of(string? id) => id is ['Q', _, ..] && id.Skip(1).All(char.IsAsciiDigit) ? Root + id : null;
}
