using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace NewsPlatform.Hosting.Http;

/// <summary>Describes what an endpoint reads from the request by hand, which the API description cannot see by itself.</summary>
public static class DescribedRequests
{
    /// <summary>A query parameter that may be left out.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder endpoint, string name, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });

    /// <summary>A body in one of several media types: text, or a JSON object with these members; without members never JSON.</summary>
    public static TBuilder WithBody<TBuilder>(this TBuilder endpoint, IReadOnlyDictionary<string, JsonSchemaType> jsonMembers, params string[] textTypes)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var content = textTypes.ToDictionary(
                type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }, StringComparer.Ordinal);
            if (jsonMembers.Count > 0)
            {
                content["application/json"] = new OpenApiMediaType { Schema = ObjectOf(jsonMembers) };
            }

            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = content };
            return Task.CompletedTask;
        });

    /// <summary>Problem details with these statuses.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (described, status) => described.ProducesProblem(status));

    private static OpenApiSchema ObjectOf(IReadOnlyDictionary<string, JsonSchemaType> members) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = members.ToDictionary(member => member.Key, IOpenApiSchema (member) => new OpenApiSchema { Type = member.Value }, StringComparer.Ordinal),
    };
}
