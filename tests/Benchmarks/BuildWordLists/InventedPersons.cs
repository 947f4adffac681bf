using System.Text.RegularExpressions;

namespace NewsPlatform.BuildWordLists;

/// <summary>Given names and surnames of the packages that invent persons.</summary>
internal static partial class InventedPersons
{
    // Further ones made Russian names no easier to find.
    private static readonly HashSet<string> Languages = ["cs", "da", "de", "dk", "en", "es", "fi", "fr", "hr", "it", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sl", "sv", "tr", "uk"];

    public static IEnumerable<string> GivenNames(Packages packages) => Names(packages, "first_name");

    public static IEnumerable<string> Surnames(Packages packages) => Names(packages, "last_name");

    private static IEnumerable<string> Names(Packages packages, string list)
    {
        var modules = Directory.EnumerateFiles(packages.Npm("@faker-js/faker", "dist"), "*.js").Where(file => IsRead(Path.GetFileName(file))).SelectMany(file => OfScript(File.ReadAllText(file), list));
        var providers = Directory.EnumerateFiles(packages.Debian("python3-fake-factory", "lib/python3/dist-packages/faker/providers/person"), "__init__.py", SearchOption.AllDirectories)
            .Where(file => IsRead(Path.GetFileName(Path.GetDirectoryName(file)!))).SelectMany(file => OfProvider(File.ReadLines(file), list));
        return modules.Concat(providers).SelectMany(name => name.Split(' ')).Where(word => Usable().IsMatch(word));
    }

    // "uk-B_QkZ-an.js", "uk_UA"
    private static bool IsRead(string name) => Languages.Contains(name.Split('-', '_')[0]);

    // first_name:{female:`Anna.Berta`.split(`.`),male:[`Carl`]}
    private static IEnumerable<string> OfScript(string script, string list)
    {
        for (var at = script.IndexOf(list + ":{", StringComparison.Ordinal); at >= 0; at = script.IndexOf(list + ":{", at + 1, StringComparison.Ordinal))
        {
            foreach (Match text in ScriptText().Matches(script[at..script.IndexOf('}', at)]))
            {
                foreach (var name in text.Groups["separator"].Success ? text.Groups["text"].Value.Split(text.Groups["separator"].Value) : [text.Groups["text"].Value])
                    yield return name;
            }
        }
    }

    // first_names_male = ('Адам', 'Азарий',
    private static IEnumerable<string> OfProvider(IEnumerable<string> lines, string list)
    {
        var inside = false;
        foreach (var line in lines)
        {
            inside = line.StartsWith("    " + list, StringComparison.Ordinal) || (inside && !Member().IsMatch(line));
            foreach (Match text in inside ? ProviderText().Matches(line.Split('#')[0]) : Enumerable.Empty<Match>())
                yield return text.Groups["text"].Value;
        }
    }

    [GeneratedRegex("`(?<text>[^`]*)`(\\.split\\(`(?<separator>[^`]+)`\\))?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScriptText();

    [GeneratedRegex("'(?<text>[^'\\\\]+)'|\"(?<text>[^\"\\\\]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProviderText();

    [GeneratedRegex("^ {4}[^ )]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Member();

    // A capital letter, then letters; "O'Neill", "Anne-Marie".
    [GeneratedRegex("^(?=\\p{Lu})[\\p{IsBasicLatin}\\p{IsLatin-1Supplement}\\p{IsLatinExtended-A}\\p{IsCyrillic}’ʼ-[\\d`_.,:;()]]{2,}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Usable();
}
