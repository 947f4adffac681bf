using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.ExchangeSources;

/// <summary>Sources in a file of our own: <c>{"sources":[{name, kind, url, language, section, intervalMinutes, country, category, selectors, credential, timeZone}]}</c>. Reads what <c>sources list --json</c> prints, too.</summary>
public static class SourceBundle
{
    private static readonly JsonSerializerOptions Indented = new(JsonDefaults.Options) { WriteIndented = true };

    /// <summary>The sources as a document.</summary>
    public static string Write(IEnumerable<SourceInput> sources) => JsonSerializer.Serialize(new { sources }, Indented) + "\n";

    /// <exception cref="SourceFileException">The text is no bundle.</exception>
    public static IReadOnlyList<SourceInput> Read(string text)
    {
        Bundle? bundle;
        try
        {
            bundle = JsonSerializer.Deserialize<Bundle>(text, JsonDefaults.Options);
        }
        catch (JsonException broken)
        {
            throw new SourceFileException($"The file is no bundle of sources: {broken.Message.TrimEnd('.')}.", broken);
        }

        return bundle?.Sources ?? bundle?.Items ?? throw new SourceFileException("The file is no bundle of sources: it needs an object with a list 'sources'.");
    }

    private sealed record Bundle(IReadOnlyList<SourceInput>? Sources, IReadOnlyList<SourceInput>? Items);
}
