using System.Text.Json;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>Reads a rule from its file. Every member is checked; one that is not known is refused, for it is a slip of the pen.</summary>
internal sealed class PublisherRuleFile
{
    /// <summary>Bytes of a rule file.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxHosts = 50;
    private const int MaxDrops = 100;

    private static readonly string[] Selectors = ["body", "title", "subtitle", "date", "author", "section", "tags", "related"];

    private static readonly string[] Fields = ["body", "title", "subtitle", "date", "author", "section", "tags"];

    private static readonly string[] Known = ["hosts", "path", .. Selectors, "drop", "zone", "first"];

    private readonly string _file;
    private readonly JsonElement _root;

    private PublisherRuleFile(string file, JsonElement root)
    {
        _file = file;
        _root = root;
    }

    /// <exception cref="InvalidRuleException">The file holds no rule that can be used.</exception>
    public static PublisherRule Read(string file, ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaxBytes)
            throw new InvalidRuleException($"The rule file {file} is larger than {MaxBytes / 1024} KiB: a rule is a few selectors.");

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 8 });
            return new PublisherRuleFile(file, document.RootElement).Rule();
        }
        catch (JsonException wrong)
        {
            throw new InvalidRuleException($"The rule file {file} is no valid JSON (line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}): mend it or take it out of the folder.", wrong);
        }
    }

    private PublisherRule Rule()
    {
        if (_root.ValueKind != JsonValueKind.Object)
            throw new InvalidRuleException($"The rule file {_file} must hold one JSON object with the members hosts and body.");
        if (_root.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !Known.Contains(name)) is { } stranger)
            throw Problem(stranger, $"is not known: use {string.Join(", ", Known)}");

        return new PublisherRule
        {
            Name = System.IO.Path.GetFileNameWithoutExtension(_file),
            Hosts = Hosts(),
            Path = PathPrefix(),
            Body = Selector("body") ?? throw Problem("body", "is missing: give the CSS selector of what holds the article's text"),
            Title = Selector("title"),
            Subtitle = Selector("subtitle"),
            Date = Selector("date"),
            Author = Selector("author"),
            Section = Selector("section"),
            Tags = Selector("tags"),
            Related = Selector("related"),
            Drop = [.. Texts("drop", MaxDrops).Select(text => Checked("drop", text))],
            Zone = Zone(),
            First = First(),
        };
    }

    private List<string> Hosts()
    {
        var hosts = Texts("hosts", MaxHosts).Select(host => host.Trim().TrimEnd('.').ToLowerInvariant()).ToList();
        if (hosts.Count == 0)
            throw Problem("hosts", "is missing: give the publisher's hosts, such as [\"paper.example\"]");

        return hosts.Find(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)) is { } wrong
            ? throw Problem("hosts", $"names '{Shown(wrong)}': give a host alone, such as paper.example, without scheme, port and path")
            : hosts;
    }

    private string PathPrefix() =>
        Text("path") is not { } path ? ""
        : path.StartsWith('/') ? path
        : throw Problem("path", $"is '{Shown(path)}': give what the paths begin with, from the slash on, such as /news/");

    private TimeZoneInfo? Zone() =>
        Text("zone") is not { } id ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone
        : throw Problem("zone", $"is '{Shown(id)}', which this machine does not know: give an IANA time zone such as Europe/Kyiv");

    private HashSet<string> First()
    {
        var fields = Texts("first", Fields.Length);
        return fields.Find(field => !Fields.Contains(field)) is { } stranger
            ? throw Problem("first", $"names '{Shown(stranger)}': it lists members that go before what the page declares, of {string.Join(", ", Fields)}")
            : [.. fields];
    }

    private string? Selector(string member) => Text(member) is { } text ? Checked(member, text) : null;

    private string Checked(string member, string selector) =>
        SelectorText.IsValid(selector) ? selector : throw Problem(member, $"is no valid CSS selector: '{Shown(selector)}'; try it in a browser's console with document.querySelectorAll");

    private string? Text(string member)
    {
        if (!_root.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;

        return value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()!.Trim() // checked one line above
            : throw Problem(member, "must be a text that is not empty");
    }

    private List<string> Texts(string member, int most)
    {
        if (!_root.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(item.GetString())))
            throw Problem(member, "must be an array of texts that are not empty");

        return value.GetArrayLength() <= most
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)] // all strings, see above
            : throw Problem(member, $"has {value.GetArrayLength()} entries and may have {most}");
    }

    private InvalidRuleException Problem(string member, string what) => new($"The rule file {_file} is wrong: its member \"{member}\" {what}.");

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
