using System.Text.RegularExpressions;

namespace NewsPlatform.TrainExtraction;

/// <summary>Words and runs of words, as the scorer of the sets counts them.</summary>
internal static partial class Tokens
{
    public static List<string> Of(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    public static Dictionary<string, int> Shingles(IReadOnlyList<string> tokens, int length)
    {
        var shingles = new Dictionary<string, int>();
        for (var i = 0; i < Math.Max(1, tokens.Count - length + 1); i++)
        {
            var shingle = string.Join(' ', tokens.Skip(i).Take(length));
            if (shingle.Length > 0)
                shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }

        return shingles;
    }

    /// <summary>Precision and recall of the shingles.</summary>
    public static (double Precision, double Recall) Score(string gold, string predicted)
    {
        var wanted = Shingles(Of(gold), 4);
        var given = Shingles(Of(predicted), 4);
        double right = given.Sum(shingle => Math.Min(shingle.Value, wanted.GetValueOrDefault(shingle.Key)));
        return (right / Math.Max(1, given.Values.Sum()), right / Math.Max(1, wanted.Values.Sum()));
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
