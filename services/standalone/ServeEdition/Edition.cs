using System.Text.Json;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Standalone.ServeEdition;

/// <summary>What <c>edition.json</c> of the sample edition says.</summary>
internal sealed record Edition(IReadOnlyList<EditionPublisher> Publishers, IReadOnlyList<EditionArticle> Articles)
{
    /// <summary>The edition beside the program (copied there by the build).</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "edition");

    public static Edition Read()
    {
        var file = Path.Combine(Folder, "edition.json");
        if (!File.Exists(file))
        {
            throw new ConfigurationException($"The sample edition is not beside the program ('{file}' is missing): build it again.");
        }

        return JsonSerializer.Deserialize<Edition>(File.ReadAllText(file), JsonDefaults.Options)!;
    }
}

/// <summary>An invented publisher.</summary>
internal sealed record EditionPublisher(string Id, string Name, string Host, string Language, IReadOnlyList<EditionList> Lists);

/// <summary>One way to learn of a publisher's articles; the first of several is the one to use.</summary>
internal sealed record EditionList(string Kind, string Url);

/// <summary>An article page and what is known of it.</summary>
internal sealed record EditionArticle(string Url, string Publisher, string Language, string? Event, string Title, string Section);
