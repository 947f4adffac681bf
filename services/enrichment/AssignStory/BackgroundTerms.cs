using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// How many sentences of everyday news hold each common word, so that a platform that has just started already knows which words
/// say nothing. Counts only (NOTICE names the collections counted); empty for a language without a table.
/// </summary>
internal sealed class BackgroundTerms
{
    private static readonly ConcurrentDictionary<string, BackgroundTerms> Tables = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private BackgroundTerms(string language)
    {
        using var table = typeof(BackgroundTerms).Assembly.GetManifestResourceStream($"BackgroundTerms.{language}.tsv");
        if (table is null)
        {
            return;
        }

        using var reader = new StreamReader(table);
        Documents = int.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            Add(line[..tab], int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture), language);
        }
    }

    /// <summary>Sentences counted.</summary>
    public int Documents { get; }

    public static BackgroundTerms Of(string language) => Tables.GetOrAdd(language, code => new BackgroundTerms(code));

    /// <summary>Sentences that hold the stem; 0 for an uncommon one.</summary>
    public int Count(string term) => _counts.GetValueOrDefault(term);

    // The table holds words as they are written: stems are made here, as for articles, and may change with the stemmer.
    private void Add(string word, int sentences, string language)
    {
        foreach (var term in SearchText.IndexTerms(word, language))
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, term, out _);
            count = Math.Min(Documents, count + sentences);
        }
    }
}
