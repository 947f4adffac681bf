using System.Text.Json;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The members of one JSON object, read with their types checked; null and absent are the same.</summary>
internal sealed class JsonMembers(JsonElement element, string path)
{
    // Every whole number below it is exact, and fits a long.
    private const double MaxReal = 9e15;

    /// <summary>The text without surplus white space, cut at the limit.</summary>
    public string? Text(string name, int limit) => PageText.NullIfEmpty(Raw(name)) is { } text ? PageText.Cut(text, limit) : null;

    /// <summary>The text as it stands.</summary>
    public string? Raw(string name) => Find(name) is { } value ? AsText(value, name) : null;

    /// <summary>An absolute http(s) address.</summary>
    public string? Address(string name) =>
        Text(name, int.MaxValue) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } ? uri.AbsoluteUri
        : throw new UnreadableArticleException($"The member \"{path}{name}\" must be an absolute http or https address.");

    public IReadOnlyList<string>? Texts(string name, int limit) =>
        Array(name)?.Take(limit).Select((item, index) => PageText.Normalize(AsText(item, $"{name}[{index}]"))).Where(text => text.Length > 0).ToList();

    public IReadOnlyList<JsonElement>? Array(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : throw Wrong(name, "an array");

    public JsonMembers? Object(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new JsonMembers(value, $"{path}{name}.")
        : throw Wrong(name, "an object");

    public int? Number(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Wrong(name, "a whole number");

    public double? Real(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) < MaxReal ? number
        : throw Wrong(name, "a number");

    public bool? Flag(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True
        : throw Wrong(name, "true or false");

    public bool Has(string name) => Find(name) is not null;

    private string AsText(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String && LenientJson.StringOf(value) is { } text ? text : throw Wrong(name, "a string");

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private UnreadableArticleException Wrong(string name, string expected) => new($"The member \"{path}{name}\" must be {expected}.");
}
