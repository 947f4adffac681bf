using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace NewsPlatform.Contracts.Tests.AsyncApi;

/// <summary>JSON schemas of the contracts, as the platform's bus writes them: one for each record, the others by reference.</summary>
internal sealed class EventSchemas(JsonSerializerOptions options, Docstrings docstrings)
{
    private const string Root = "#/components/schemas/";

    /// <summary>By name, all that were asked for and what they are made of.</summary>
    public SortedDictionary<string, JsonNode> All { get; } = new(StringComparer.Ordinal);

    /// <summary>A reference to the record's schema.</summary>
    public JsonObject Refer(Type record)
    {
        if (!All.ContainsKey(record.Name))
        {
            var schema = options.GetJsonSchemaAsNode(record, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, node) => Transform(context, node, record) });
            All[record.Name] = Described(WithoutRequiredNulls(schema.AsObject()), docstrings.Of(record));
        }

        return new JsonObject { ["$ref"] = Root + record.Name };
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, Type whole)
    {
        if (schema is not JsonObject described)
        {
            return schema;
        }

        var type = context.TypeInfo.Type;
        if (type != whole && type.Assembly == typeof(IArticleEvent).Assembly && !type.IsEnum)
        {
            described = Nullable(described) ? new JsonObject { ["anyOf"] = new JsonArray(Refer(type), new JsonObject { ["type"] = "null" }) } : Refer(type);
        }
        else if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            described["format"] = "date-time";
        }
        else if (type == typeof(Guid))
        {
            described["format"] = "uuid";
        }

        return context.PropertyInfo is { AttributeProvider: PropertyInfo property } ? Described(described, docstrings.Of(property.DeclaringType!, property)) : described;
    }

    private static bool Nullable(JsonNode? schema) =>
        (schema!["type"] is JsonArray types && types.Any(type => (string?)type == "null"))
        || (schema["anyOf"] is JsonArray any && any.Any(one => (string?)one!["type"] == "null"));

    // The bus leaves out what is null.
    private static JsonObject WithoutRequiredNulls(JsonObject schema)
    {
        if (schema["required"] is JsonArray required)
        {
            foreach (var name in required.Where(name => Nullable(schema["properties"]![(string)name!])).ToList())
            {
                required.Remove(name);
            }
        }

        return schema;
    }

    private static JsonObject Described(JsonObject schema, string? description)
    {
        // Beside a reference it is read by 2020-12, which AsyncAPI's own schemas are not: so it goes around one.
        if (description is null)
        {
            return schema;
        }

        if (schema.ContainsKey("$ref"))
        {
            return new JsonObject { ["description"] = description, ["allOf"] = new JsonArray(schema) };
        }

        schema.Insert(0, "description", description);
        return schema;
    }
}
