using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>Word forms that no rule leads to their stem.</summary>
internal static class IrregularForms
{
    /// <summary>Reads lines of "stem: form form …" into a map from form to stem.</summary>
    public static FrozenDictionary<string, string> Read(params ReadOnlySpan<string> lines)
    {
        var stems = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var parts = line.Split(": ");
            foreach (var form in parts[1].Split(' '))
            {
                stems.Add(form, parts[0]);
            }
        }

        return stems.ToFrozenDictionary();
    }
}
