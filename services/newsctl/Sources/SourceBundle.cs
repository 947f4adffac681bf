using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Newsctl.Connect;

namespace NewsPlatform.Newsctl.Sources;

/// <summary>Sources in a file of our own: <c>{"sources":[{name, kind, url, language, section, intervalMinutes, country, category, selectors, credential}]}</c>. Reads what <c>sources list --json</c> prints, too.</summary>
internal static class SourceBundle
{
    private static readonly JsonSerializerOptions Indented = new(JsonDefaults.Options) { WriteIndented = true };

    public static string Write(IEnumerable<SourceResource> sources) => JsonSerializer.Serialize(
        new { sources = sources.Select(source => new { source.Name, source.Kind, source.Url, source.Language, source.Section, source.IntervalMinutes, source.Country, source.Category, source.Selectors, source.Credential }) },
        Indented) + "\n";

    /// <exception cref="CommandFailedException">The text is no bundle.</exception>
    public static IReadOnlyList<SourceResource> Read(string text)
    {
        Bundle? bundle;
        try
        {
            bundle = JsonSerializer.Deserialize<Bundle>(text, JsonDefaults.Options);
        }
        catch (JsonException broken)
        {
            throw new CommandFailedException($"The file is no bundle of sources: {broken.Message.TrimEnd('.')}.", broken);
        }

        return bundle?.Sources ?? bundle?.Items ?? throw new CommandFailedException("The file is no bundle of sources: it needs an object with a list 'sources'.");
    }

    public static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    private sealed record Bundle(IReadOnlyList<SourceResource>? Sources, IReadOnlyList<SourceResource>? Items);
}
