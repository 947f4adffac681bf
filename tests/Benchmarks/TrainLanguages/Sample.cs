using System.Text.Json;
using NewsPlatform.Text.Languages;

namespace NewsPlatform.TrainLanguages;

/// <summary>A text whose language is known.</summary>
internal sealed record Sample(string Id, string Text, string Language)
{
    // Neighbouring numbers are sentences of one article: they are held out together, in every language at once.
    public const int SentencesPerBlock = 25;

    /// <summary>Whether the sample belongs to the fifth that measures instead of training.</summary>
    public bool IsHeldOut => (((uint.Parse(Id[(Id.LastIndexOf('-') + 1)..]) / SentencesPerBlock) + 77) * 2654435769u >> 16) % 5 == 0;

    /// <summary>Reads lines of <c>{"id","text","language"}</c>; both written Norwegians are <c>no</c>, and Serbian comes in both of its scripts.</summary>
    public static IEnumerable<Sample> ReadAll(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var language = Field(json, "language", path);
            var sample = new Sample(Field(json, "id", path), Field(json, "text", path), language is "nb" or "nn" ? "no" : language);
            yield return sample;
            if (language == "sr")
            {
                yield return sample with { Text = SerbianLatin.Of(sample.Text) };
            }
        }
    }

    /// <summary>Three neighbours in one: the beginning of an article.</summary>
    public static IReadOnlyList<Sample> Join(IEnumerable<Sample> samples) =>
    [
        .. samples.GroupBy(sample => (sample.Language, System: WritingSystems.Dominant(sample.Text).System))
            .SelectMany(group => group.Chunk(3).Select(few => few[0] with { Text = string.Join(' ', few.Select(sample => sample.Text)) })),
    ];

    private static string Field(JsonDocument json, string name, string path) =>
        json.RootElement.GetProperty(name).GetString() ?? throw new InvalidDataException($"{path}: a line has null as {name}; each line needs id, text and language.");
}
