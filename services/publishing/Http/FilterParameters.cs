using Microsoft.OpenApi;

namespace NewsPlatform.Publishing.Http;

/// <summary>Describes the query parameters of lists, which are read by hand so that each problem gets a sentence of its own.</summary>
internal static class FilterParameters
{
    private const string Required = "Required:";

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["q"] = "Words (all must match), \"phrases\", +must, -not, AND, OR, NOT, parentheses, and title:, entity:, speaker:, source:, section:, language:, story: before any of them; inflected forms are found.",
        ["language"] = "ISO 639-1 codes parted by commas, one of which must hold; those behind a dash must not.",
        ["source"] = "Ids or names of sources parted by commas, one of which must hold; those behind a dash must not.",
        ["domain"] = "Hosts of the articles' addresses, with their subdomains, parted by commas; those behind a dash are left out.",
        ["category"] = "Of the seven categories (see section), parted by commas; those behind a dash are left out.",
        ["speaker"] = "Name, alias or id of one who is quoted; behind a dash: who is not.",
        ["quoted speaker"] = Required + " name, alias or id (Wikidata) of the one who is quoted.",
        ["direct"] = "true gives words as they were said only, false reported speech only.",
        ["country"] = "ISO 3166 code of two letters: articles of the sources that are known to be of the country.",
        ["duplicates"] = "false leaves out what tells another article again.",
        ["section"] = "The publisher's section, or a category: business, entertainment, general, health, science, sports, technology.",
        ["story"] = "The story's id.",
        ["entity"] = "Name in its normal form, alias or id (Wikidata) of a person, organisation or place; behind a dash: which is not named.",
        ["from"] = "First instant, inclusive: 2026-01-31 or 2026-01-31T18:00:00Z.",
        ["to"] = "Last instant, inclusive; a bare date means its end.",
        ["sort"] = "relevance (default with q) or time (newest first).",
        ["story sort"] = "time (last changed first) or score (the weightiest first).",
        ["hours"] = "The window up to now, 1 to 72; 24 unless told.",
        ["typed q"] = Required + " the beginning of a name, in any case.",
        ["suggestions limit"] = "1 to 20; 8 unless told.",
        ["limit"] = "1 to 200; 20 unless told.",
        ["similar limit"] = "1 to 50; 10 unless told.",
        ["cursor"] = "The 'next' of an earlier page.",
        ["facets"] = "Counts beside the list: some of source, section, language, entity, day, parted by a comma; over the newest 1,000 hits.",
        ["highlight"] = "1 tells where the words of q stand: in title and description, and in at most three fragments of the text.",
        ["wait"] = "Seconds, 0 to 60, that the answer may wait for something to tell.",
        ["types"] = "published, revised, withdrawn, expired, story-opened, story-changed, story-merged or story-closed; several are parted by commas, as in the other filters.",
        ["languages language"] = "ISO 639-1 codes.",
        ["sources source"] = "Ids of sources.",
        ["sections section"] = "Publishers' sections or categories.",
        ["entities entity"] = "Names of persons, organisations or places in their normal form.",
        ["stories story"] = "Ids of stories.",
        ["fields"] = "body, text or both, parted by a comma, add to a list what it leaves out; other names of the article's members: nothing but those and id.",
        ["article fields"] = "Names of the article's members parted by commas: nothing but those and id.",
    };

    /// <summary>A name of two words is the parameter of the second, described in its own way.</summary>
    public static TBuilder WithFilterParameters<TBuilder>(this TBuilder endpoint, params string[] names) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (var name in names)
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = name.Split(' ')[^1],
                    In = ParameterLocation.Query,
                    Required = Descriptions[name].StartsWith(Required, StringComparison.Ordinal),
                    Description = Descriptions[name],
                    Schema = new OpenApiSchema { Type = name.Split(' ')[^1] is "limit" or "hours" or "wait" ? JsonSchemaType.Integer : JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
}
