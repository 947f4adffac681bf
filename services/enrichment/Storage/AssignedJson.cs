using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>Reads the JSON in which assignments stood in the log at first: terms in one text and numbers in base 64, and before that both as arrays.</summary>
internal static class AssignedJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonDefaults.Options);
        options.Converters.Add(new VectorConverter());
        options.Converters.Add(new FingerprintConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A line a term, and before them one with the weights.</summary>
    private sealed class VectorConverter : JsonConverter<StoryVector>
    {
        public override StoryVector? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return JsonSerializer.Deserialize<StoryVector>(ref reader, JsonDefaults.Options);
            }

            var lines = reader.GetString()!.Split('\n');
            var weights = MemoryMarshal.Cast<byte, int>(Convert.FromBase64String(lines[0])).ToArray();
            return new StoryVector(lines[1..], weights);
        }

        public override void Write(Utf8JsonWriter writer, StoryVector value, JsonSerializerOptions options) => throw new NotSupportedException("Terms are written packed only.");
    }

    private sealed class FingerprintConverter : JsonConverter<IReadOnlyList<uint>>
    {
        public override IReadOnlyList<uint>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? MemoryMarshal.Cast<byte, uint>(reader.GetBytesFromBase64()).ToArray()
                : JsonSerializer.Deserialize<uint[]>(ref reader, JsonDefaults.Options);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<uint> value, JsonSerializerOptions options) => throw new NotSupportedException("Fingerprints are written packed only.");
    }
}
