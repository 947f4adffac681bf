using System.Collections.Frozen;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

/// <summary>An embedded word list: sections "[name]" of words parted by spaces or, where entries hold spaces, by commas.</summary>
internal sealed class LexiconFile
{
    private readonly FrozenDictionary<string, string[]> _sections;

    private LexiconFile(FrozenDictionary<string, string[]> sections) => _sections = sections;

    /// <summary>The entries of a section; none when the file has no such section.</summary>
    public IReadOnlyList<string> this[string section] => _sections.GetValueOrDefault(section, []);

    /// <summary>The names of the sections in a fixed order.</summary>
    public IEnumerable<string> Sections => _sections.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads a list whose entries are single words.</summary>
    public static LexiconFile Words(string name) => Read(name, [' ']);

    /// <summary>Reads a list whose entries may be several words.</summary>
    public static LexiconFile Phrases(string name) => Read(name, [',']);

    private static LexiconFile Read(string name, char[] separators)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream("AnalyzeArticle/" + name)
            ?? throw new InvalidOperationException($"The word list '{name}' is missing from the assembly; build NewsPlatform.Enrichment again.");
        using var reader = new StreamReader(stream);

        var sections = new Dictionary<string, List<string>>();
        var entries = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                sections[line[1..^1]] = entries = [];
            }
            else if (!line.StartsWith('#'))
            {
                entries.AddRange(line.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }

        return new LexiconFile(sections.ToFrozenDictionary(section => section.Key, section => section.Value.ToArray()));
    }
}
