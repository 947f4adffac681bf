using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;

namespace NewsPlatform.Contracts.Tests.AsyncApi;

/// <summary>
/// AsyncAPI 3.0 of the events on the broker, made of the contracts and their docstrings: whoever runs services of their own beside the platform binds a queue to an
/// event's exchange and finds these messages in it.
/// </summary>
internal static class EventDocument
{
    private const string MediaType = "application/vnd.masstransit+json";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole document as it stands in the repository.</summary>
    public static string Write()
    {
        var docstrings = Docstrings.OfContracts();
        var schemas = new EventSchemas(BusSerializer.Options, docstrings);
        var events = StoredSample.Events.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var document = new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "NewsPlatform events",
                ["version"] = "v1",
                ["description"] = "What the services tell each other over RabbitMQ. Every event has a durable fanout exchange of its name: bind a queue of your own to it to hear it too. "
                    + "Changes are additive; a breaking change is a new event. Events may come twice and out of order: the higher Revision or Version counts.",
            },
            ["defaultContentType"] = MediaType,
            ["channels"] = Map(events, type => new JsonObject
            {
                ["address"] = ExchangeOf(type),
                ["description"] = docstrings.Of(type),
                ["messages"] = new JsonObject { [type.Name] = new JsonObject { ["$ref"] = $"#/components/messages/{type.Name}" } },
                ["bindings"] = new JsonObject
                {
                    ["amqp"] = new JsonObject
                    {
                        ["is"] = "routingKey",
                        ["exchange"] = new JsonObject { ["name"] = ExchangeOf(type), ["type"] = "fanout", ["durable"] = true, ["autoDelete"] = false },
                    },
                },
            }),
            ["operations"] = Map(events, type => new JsonObject
            {
                ["action"] = "send",
                ["channel"] = new JsonObject { ["$ref"] = $"#/channels/{type.Name}" },
                ["messages"] = new JsonArray(new JsonObject { ["$ref"] = $"#/channels/{type.Name}/messages/{type.Name}" }),
            }, "tell"),
            ["components"] = new JsonObject
            {
                ["messages"] = Map(events, type => new JsonObject
                {
                    ["name"] = type.Name,
                    ["contentType"] = MediaType,
                    ["payload"] = Envelope(type, schemas),
                }),
                ["schemas"] = new JsonObject(schemas.All.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value))),
            },
        };
        return document.ToJsonString(Written) + "\n";
    }

    private static JsonObject Map(IEnumerable<Type> events, Func<Type, JsonObject> value, string prefix = "") =>
        new(events.Select(type => KeyValuePair.Create<string, JsonNode?>(prefix + type.Name, value(type))));

    private static JsonObject Envelope(Type type, EventSchemas schemas) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("messageId", "messageType", "message"),
        ["properties"] = new JsonObject
        {
            ["messageId"] = new JsonObject { ["type"] = "string", ["format"] = "uuid", ["description"] = "One for each sending." },
            ["conversationId"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ["sentTime"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["messageType"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["contains"] = new JsonObject { ["const"] = MessageUrn.ForTypeString(type) } },
            ["message"] = schemas.Refer(type),
        },
    };

    // As the bus library names it.
    private static string ExchangeOf(Type type) => $"{type.Namespace}:{type.Name}";
}
