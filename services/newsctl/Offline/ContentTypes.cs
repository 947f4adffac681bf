using System.CommandLine;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>What an input may be.</summary>
internal static class ContentTypes
{
    public const string Html = "html";
    public const string Text = "text";
    public const string Json = "json";

    public static Option<string?> Option(string description, params string[] words) =>
        new Option<string?>("--type") { Description = description, HelpName = string.Join('|', words) }.AcceptOnlyFromAmong(words);

    /// <summary>The type that was said, else the file's extension, else the first character.</summary>
    /// <exception cref="WrongUsageException">The extension says nothing.</exception>
    public static string Choose(string? said, string file, ReadOnlySpan<byte> content, params ReadOnlySpan<string> more)
    {
        if (said is not null)
        {
            return said;
        }

        var type = file == InputFile.StandardInput ? Sniff(content) : OfExtension(file);
        if (type is null || (type == Json && !more.Contains(Json)))
        {
            throw new WrongUsageException($"The name '{file}' does not say what the file is: give --type.");
        }

        return type;
    }

    public static string MediaType(string type) => type switch
    {
        Html => "text/html",
        Json => "application/json",
        _ => "text/plain",
    };

    private static string? OfExtension(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => Html,
        ".txt" or ".md" => Text,
        ".json" => Json,
        _ => null,
    };

    private static string Sniff(ReadOnlySpan<byte> content)
    {
        var start = content.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        return start.TrimStart(" \t\r\n"u8) is { Length: > 0 } rest ? rest[0] switch { (byte)'<' => Html, (byte)'{' => Json, _ => Text } : Text;
    }
}
