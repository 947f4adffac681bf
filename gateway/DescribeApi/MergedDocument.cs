using System.Text.Json.Nodes;

namespace NewsPlatform.Gateway.DescribeApi;

/// <summary>An operation of an OpenAPI document.</summary>
internal readonly record struct Operation(string Method, string Path);

/// <summary>Gathers paths and components of several OpenAPI documents.</summary>
internal sealed class MergedDocument
{
    // Without head: it goes with every get and would repeat its operation id.
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "patch", "trace"];

    private readonly JsonObject _paths = [];
    private readonly JsonObject _components = [];
    private readonly List<string> _missing = [];

    public void Missing(string service) => _missing.Add(service);

    public void Add(JsonObject document, Func<Operation, bool> wanted)
    {
        foreach (var (path, item) in document["paths"]?.AsObject() ?? [])
        {
            foreach (var method in Methods.Where(method => item![method] is not null && wanted(new Operation(method.ToUpperInvariant(), path))))
            {
                var target = _paths[path]?.AsObject();
                if (target is null)
                {
                    _paths[path] = target = [];
                }

                target[method] ??= AsSeenHere(item![method]!.DeepClone().AsObject(), method, path);
            }
        }

        foreach (var (kind, named) in document["components"]?.AsObject() ?? [])
        {
            var target = _components[kind]?.AsObject();
            if (target is null)
            {
                _components[kind] = target = [];
            }

            foreach (var (name, value) in named!.AsObject())
            {
                target[name] ??= value?.DeepClone();
            }
        }
    }

    public JsonObject ToDocument()
    {
        _components["securitySchemes"] = new JsonObject
        {
            ["apiKey"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = CheckKeys.KeyRecognition.Header },
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
        };
        SchemasOf(_components)["ProblemDetails"] ??= new JsonObject { ["type"] = "object" };
        var description = "Reads are open; writes need a key. Errors are problem details (RFC 9457).";
        if (_missing.Count > 0)
        {
            description += $" Incomplete now: no answer from {string.Join(", ", _missing)}.";
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "NewsPlatform", ["version"] = "v1", ["description"] = description },
            ["paths"] = _paths.DeepClone(),
            ["components"] = _components.DeepClone(),
        };
    }

    private static JsonObject SchemasOf(JsonObject components)
    {
        components["schemas"] ??= new JsonObject();
        return components["schemas"]!.AsObject();
    }

    private static void AddProblem(JsonObject operation, string status, string description)
    {
        var schema = new JsonObject { ["$ref"] = "#/components/schemas/ProblemDetails" };
        var content = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schema } };
        operation["responses"]!.AsObject()[status] = new JsonObject { ["description"] = description, ["content"] = content };
    }

    // What the gateway itself asks and answers.
    private static JsonObject AsSeenHere(JsonObject operation, string method, string path)
    {
        if (CheckKeys.KeyScopes.Needed(method.ToUpperInvariant(), path) != CheckKeys.KeyScope.None)
        {
            operation["security"] = new JsonArray(new JsonObject { ["apiKey"] = new JsonArray() }, new JsonObject { ["bearer"] = new JsonArray() });
            AddProblem(operation, "401", "No key, or one that nobody has");
            AddProblem(operation, "403", "A key that may not do this");
        }

        AddProblem(operation, "429", "Over the rate limit; Retry-After says how long to wait");

        return operation;
    }
}
