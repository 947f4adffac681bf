using System.Text.Json;

namespace NewsPlatform.TrainLanguages;

/// <summary>A text whose language is known.</summary>
internal sealed record Sample(string Id, string Text, string Language)
{
    // Neighbouring numbers are sentences of one article: they are held out together, in every language at once.
    private const int SentencesPerBlock = 25;

    /// <summary>Whether the sample belongs to the fifth that measures instead of training.</summary>
    public bool IsHeldOut => (((uint.Parse(Id[(Id.LastIndexOf('-') + 1)..]) / SentencesPerBlock) + 77) * 2654435769u >> 16) % 5 == 0;

    /// <summary>Reads lines of <c>{"id","text","language"}</c>; both written Norwegians are <c>no</c>.</summary>
    public static IEnumerable<Sample> ReadAll(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var language = Field(json, "language", path);
            yield return new Sample(Field(json, "id", path), Field(json, "text", path), language is "nb" or "nn" ? "no" : language);
        }
    }

    private static string Field(JsonDocument json, string name, string path) =>
        json.RootElement.GetProperty(name).GetString() ?? throw new InvalidDataException($"{path}: a line has null as {name}; each line needs id, text and language.");
}
