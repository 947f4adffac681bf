namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>A tag as the tolerant reader takes it apart.</summary>
/// <param name="End">Index of the first character after it.</param>
internal sealed record ScannedTag(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool SelfClosed, int End);

/// <summary>Takes one tag apart, whatever its quotes.</summary>
internal static class TagScanner
{
    /// <summary>Scans the tag whose <c>&lt;</c> stands at <paramref name="start"/> (or whose slash does, for an end tag).</summary>
    public static ScannedTag Scan(string text, int start)
    {
        var attributes = new List<KeyValuePair<string, string>>();
        var at = start + 1;
        var name = Name(text, ref at);
        while (at < text.Length)
        {
            SkipSpace(text, ref at);
            if (at >= text.Length || text[at] is '>' or '<')
            {
                break;
            }

            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                return new ScannedTag(name, attributes, SelfClosed: true, at + 2);
            }

            var key = Name(text, ref at);
            if (key.Length == 0)
            {
                at++;
                continue;
            }

            attributes.Add(new KeyValuePair<string, string>(key, Value(text, ref at)));
        }

        // A tag that runs into the next one was never finished: the next one starts anew.
        return new ScannedTag(name, attributes, SelfClosed: false, at < text.Length && text[at] == '>' ? at + 1 : at);
    }

    private static string Name(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<' or '=' or '"' or '\'') && !(text[at] == '/' && at > start))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Value(string text, ref int at)
    {
        var afterName = at;
        SkipSpace(text, ref at);
        if (at >= text.Length || text[at] != '=')
        {
            at = afterName;
            return "";
        }

        at++;
        SkipSpace(text, ref at);
        if (at < text.Length && text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) is >= 0 and var close)
        {
            var quoted = text[(at + 1)..close];
            at = close + 1;
            return XmlReferences.Decode(quoted);
        }

        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '>')
        {
            at++;
        }

        return XmlReferences.Decode(text[start..at].Trim('"', '\''));
    }

    private static void SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
