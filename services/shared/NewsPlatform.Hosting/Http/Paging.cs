using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.Hosting.Http;

/// <summary>A list's answer.</summary>
/// <param name="Items">This page.</param>
/// <param name="Next">Cursor of the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Limits of every list.</summary>
public static class PageLimits
{
    public const int Default = 20;
    public const int Max = 200;

    /// <summary>Reads <c>?limit=</c>; null and a sentence when it is out of range or no number.</summary>
    public static int? Parse(string? limit, out string problem)
    {
        problem = "";
        if (string.IsNullOrEmpty(limit))
        {
            return Default;
        }

        if (int.TryParse(limit, out var number) && number is >= 1 and <= Max)
        {
            return number;
        }

        problem = $"limit is '{limit}': give a whole number from 1 to {Max}.";
        return null;
    }
}

/// <summary>Opaque cursors: a list's own position record, as base64url of its JSON.</summary>
public static class Cursor
{
    public const int MaxLength = 1_024;

    public static string Encode<T>(T position) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(position, JsonDefaults.Options));

    /// <summary>False when the text is no cursor of this list.</summary>
    public static bool TryDecode<T>(string? text, out T? position) where T : class
    {
        position = null;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            position = JsonSerializer.Deserialize<T>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)), JsonDefaults.Options);
        }
        catch (JsonException)
        {
            return false;
        }

        return position is not null;
    }
}
