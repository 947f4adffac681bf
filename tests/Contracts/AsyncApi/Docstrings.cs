using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsPlatform.Contracts.Tests.AsyncApi;

/// <summary>The summaries that stand beside the contracts, as the compiler wrote them out.</summary>
internal sealed partial class Docstrings
{
    private readonly Dictionary<string, string> _summaries;
    private readonly Dictionary<(string Type, string Parameter), string> _parameters;

    private Docstrings(XElement members)
    {
        var all = members.Elements("member").ToDictionary(member => (string)member.Attribute("name")!);
        _summaries = all.Where(member => member.Value.Element("summary") is not null).ToDictionary(member => member.Key, member => PlainOf(member.Value.Element("summary")!));
        _parameters = all
            .SelectMany(member => member.Value.Elements("param").Select(one => (Type: member.Key, Name: (string)one.Attribute("name")!, Text: PlainOf(one))))
            .ToDictionary(one => (one.Type, one.Name), one => one.Text);
    }

    public static Docstrings OfContracts()
    {
        var file = Path.ChangeExtension(typeof(IArticleEvent).Assembly.Location, ".xml");
        return new Docstrings(XDocument.Load(file).Root!.Element("members")!);
    }

    public string? Of(Type type) => _summaries.GetValueOrDefault($"T:{type.FullName}");

    /// <summary>Of a property; for a positional record its parameter's.</summary>
    public string? Of(Type owner, PropertyInfo property) =>
        _summaries.GetValueOrDefault($"P:{owner.FullName}.{property.Name}") ?? _parameters.GetValueOrDefault(($"T:{owner.FullName}", property.Name));

    // References are told by the name that they end in, as code.
    private static string PlainOf(XElement text) => Blanks().Replace(
        string.Concat(text.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "").Split('.', ':')[^1]}`",
            XElement element => element.Name.LocalName == "c" ? $"`{element.Value}`" : element.Value,
            _ => node.ToString(),
        })),
        " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blanks();
}
