using System.Text.Json;

namespace NewsPlatform.Ingestion.ReadFeed.Json;

/// <summary>Reads values of foreign JSON without believing their types.</summary>
internal static class JsonValues
{
    public static bool Has(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind;

    public static string? Text(this JsonElement element, string name) =>
        Has(element, name, JsonValueKind.String) ? Read(element.GetProperty(name)) : null;

    /// <summary>A string, or a number as it is written.</summary>
    public static string? Scalar(this JsonElement element, string name) =>
        Text(element, name) ?? (Has(element, name, JsonValueKind.Number) ? element.GetProperty(name).GetRawText() : null);

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        Has(element, name, JsonValueKind.Array)
            ? element.GetProperty(name).EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(Read).OfType<string>()
            : [];

    // Half a surrogate pair is valid JSON and no text.
    private static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
