using System.Text.RegularExpressions;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Authors and their like: Atom's parts, or RSS's one line "mail (name)", "name (mail)", "name &lt;mail&gt;".</summary>
internal static partial class WirePersons
{
    public static WirePerson Read(FeedElement element)
    {
        var name = Part(element, "name", "itunes:name", "foaf:name");
        var email = Part(element, "email", "itunes:email");
        var address = Part(element, "uri", "url", "homepage") ?? element.Attribute("href");
        return name is null && email is null && address is null
            ? FromLine(element.Text().Trim())
            : new WirePerson(name, email, FeedLink.Resolve(address, element.Base) ?? address);
    }

    private static string? Part(FeedElement element, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (element.Child(key)?.Text().Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static WirePerson FromLine(string line)
    {
        var mail = line.Length <= 400 ? Mail().Match(line) : Match.Empty;
        if (!mail.Success)
        {
            return new WirePerson(line.Length == 0 ? null : line, Email: null, Address: null);
        }

        var name = line.Replace(mail.Value, "", StringComparison.Ordinal).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)
            .Replace("()", "", StringComparison.Ordinal).Replace("<>", "", StringComparison.Ordinal).Trim();
        if (name is ['(', .., ')'])
        {
            name = name[1..^1].Trim();
        }

        return new WirePerson(name.Length == 0 ? null : name, mail.Value, Address: null);
    }

    [GeneratedRegex(@"[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64}){1,8}(?:\?[^\s>)]{1,100})?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Mail();
}
