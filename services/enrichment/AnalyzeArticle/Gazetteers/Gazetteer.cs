using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

/// <summary>Known persons, bodies and places with their ids: the platform's own and those of a user's file.</summary>
public sealed class Gazetteer
{
    /// <summary>Most entries of a file.</summary>
    public const int MaxEntries = 100_000;

    private const int Columns = 5;

    private static readonly string[] Types = [EntityTypes.Person, EntityTypes.Organisation, EntityTypes.Place];

    private static readonly string[] Languages = ["", "ru", "uk", "en"];

    private readonly Dictionary<(string Type, string Name), GazetteerEntry> _byName = [];
    private readonly Dictionary<string, PhraseSet> _phrases = [];
    private readonly Dictionary<string, GazetteerEntry> _byDisplay = [];

    private Gazetteer(IReadOnlyList<GazetteerEntry> own, IReadOnlyList<GazetteerEntry> users)
    {
        foreach (var entry in users.Concat(own))
        {
            foreach (var name in entry.Aliases.Prepend(entry.Name))
            {
                _byName.TryAdd((entry.Type, WordForm.Normalize(name)), entry);
            }
        }

        foreach (var language in users.Count == 0 ? [] : Languages[1..])
        {
            _phrases[language] = new PhraseSet();
            foreach (var entry in users.Where(entry => entry.Language.Length == 0 || entry.Language == language))
            {
                _phrases[language].Add(entry.Aliases.Prepend(entry.Name), language);
            }
        }

        foreach (var entry in users)
        {
            foreach (var name in entry.Aliases.Prepend(entry.Name))
            {
                _byDisplay.TryAdd(name, entry);
            }
        }
    }

    /// <summary>What the platform knows by itself.</summary>
    public static Gazetteer Own { get; } = new(ReadOwn(), []);

    /// <summary>The platform's own entries under those of a file; a <see cref="FormatException"/> says which line is wrong and why.</summary>
    public static Gazetteer With(IEnumerable<string> lines) => new(ReadOwn(), Parse(lines));

    /// <summary>The entry that a name in the nominative belongs to; null when none has it.</summary>
    internal GazetteerEntry? Find(string type, string name) => _byName.GetValueOrDefault((type, WordForm.Normalize(name)));

    /// <summary>The names of the user's file in an article, in any of their case forms.</summary>
    internal IEnumerable<Mention> Mentions(Reading.ArticleText article)
    {
        if (!_phrases.TryGetValue(article.RuleLanguage, out var phrases))
        {
            yield break;
        }

        for (var i = 0; i < article.Words.Count; i++)
        {
            if (phrases.At(article.Words, i) is { } match)
            {
                yield return new Mention(i, i + match.Length - 1, _byDisplay[match.Name].Type, _byDisplay[match.Name].Name);
                i += match.Length - 1;
            }
        }
    }

    private static List<GazetteerEntry> ReadOwn()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("AnalyzeArticle/gazetteer")
            ?? throw new InvalidOperationException("The list 'gazetteer' is missing from the assembly; build NewsPlatform.Enrichment again.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd().Split('\n'));
    }

    private static List<GazetteerEntry> Parse(IEnumerable<string> lines)
    {
        var entries = new List<GazetteerEntry>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            entries.Add(Read(line, number));
            if (entries.Count > MaxEntries)
            {
                throw new FormatException($"line {number}: more than {MaxEntries} entries; split the list or leave out what is not needed.");
            }
        }

        return entries;
    }

    private static GazetteerEntry Read(string line, int number)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return cells is not [var name, var aliases, var type, var id, var language] ? throw new FormatException($"line {number}: {cells.Length} columns instead of {Columns}; write 'name | alias; alias | type | id | language'.")
            : name.Length == 0 ? throw new FormatException($"line {number}: the name is empty; write it in the nominative.")
            : !Types.Contains(type) ? throw new FormatException($"line {number}: the type '{type}' is none of PER, ORG, LOC.")
            : !Languages.Contains(language) ? throw new FormatException($"line {number}: the language '{language}' is none of ru, uk, en; leave it empty for all.")
            : id.Length == 0 ? throw new FormatException($"line {number}: the id is empty; write the Wikidata id (Q…) or one of your own.")
            : new GazetteerEntry(name, aliases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), type, id, language);
    }
}

/// <summary>One known person, body or place.</summary>
/// <param name="Name">In the nominative.</param>
/// <param name="Aliases">Its other names, in the nominative.</param>
/// <param name="Type">PER, ORG or LOC.</param>
/// <param name="Id">Wikidata id, or one of the user's.</param>
/// <param name="Language">ru, uk or en; empty = all.</param>
internal sealed record GazetteerEntry(string Name, IReadOnlyList<string> Aliases, string Type, string Id, string Language);
