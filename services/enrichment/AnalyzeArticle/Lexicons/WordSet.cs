using System.Collections.Frozen;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

/// <summary>Single words looked up by any of their case forms.</summary>
internal sealed class WordSet
{
    private readonly FrozenDictionary<string, string> _nominatives;

    public WordSet(IEnumerable<string> entries, string language)
    {
        var nominatives = new Dictionary<string, string>();
        var all = entries.ToList();
        foreach (var entry in all)
        {
            nominatives[SlavicForms.Nominative(entry)] = SlavicForms.Display(entry);
        }

        foreach (var entry in all)
        {
            foreach (var form in SlavicForms.Of(entry, language))
            {
                nominatives.TryAdd(form, SlavicForms.Display(entry));
            }
        }

        _nominatives = nominatives.ToFrozenDictionary();
    }

    /// <summary>Whether the normalised word is a form of an entry.</summary>
    public bool Contains(string form) => _nominatives.ContainsKey(form);

    /// <summary>The entry's nominative as written in the list; null when the word is none of them.</summary>
    public string? Nominative(string form) => _nominatives.GetValueOrDefault(form);
}
