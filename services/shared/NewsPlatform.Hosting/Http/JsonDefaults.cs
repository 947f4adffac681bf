using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsPlatform.Hosting.Http;

/// <summary>One JSON dialect for the API, stored documents and files.</summary>
public static class JsonDefaults
{
    /// <summary>camelCase, nulls written, enums as camelCase words, letters of every script as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Brings other options (ASP.NET's own) to the same dialect.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
