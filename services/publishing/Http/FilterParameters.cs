using Microsoft.OpenApi;

namespace NewsPlatform.Publishing.Http;

/// <summary>Describes the query parameters of lists, which are read by hand so that each problem gets a sentence of its own.</summary>
internal static class FilterParameters
{
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["q"] = "Words (all must match), \"phrases\", -exclusions; inflected forms are found.",
        ["language"] = "ISO 639-1 code.",
        ["source"] = "The source's id.",
        ["section"] = "The publisher's section, or a category: business, entertainment, general, health, science, sports, technology.",
        ["story"] = "The story's id.",
        ["entity"] = "Name of a person, organisation or place in its normal form.",
        ["from"] = "First instant, inclusive: 2026-01-31 or 2026-01-31T18:00:00Z.",
        ["to"] = "Last instant, inclusive; a bare date means its end.",
        ["sort"] = "relevance (default with q) or time (newest first).",
        ["story sort"] = "time (last changed first) or score (the weightiest first).",
        ["hours"] = "The window up to now, 1 to 72; 24 unless told.",
        ["limit"] = "1 to 200; 20 unless told.",
        ["cursor"] = "The 'next' of an earlier page.",
        ["fields"] = "What lists leave out: body, text or both, parted by a comma.",
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
                    Description = Descriptions[name],
                    Schema = new OpenApiSchema { Type = name is "limit" or "hours" ? JsonSchemaType.Integer : JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
}
