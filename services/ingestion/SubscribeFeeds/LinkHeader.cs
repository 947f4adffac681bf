namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Reads Link headers (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The targets of that relation, as written, in order; whatever is no link is passed over.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> values, string relation)
    {
        foreach (var value in values)
        {
            var end = 0;
            while (value.IndexOf('<', end) is >= 0 and var open && value.IndexOf('>', open) is >= 0 and var close)
            {
                end = EndOfLink(value, close + 1);
                if (RelationsOf(value[(close + 1)..end]).Contains(relation, StringComparer.OrdinalIgnoreCase))
                    yield return value[(open + 1)..close].Trim();
            }
        }
    }

    // A comma parts links, unless it stands in quotes.
    private static int EndOfLink(string value, int from)
    {
        var isQuoted = false;
        var end = from;
        while (end < value.Length && (isQuoted || value[end] != ','))
            isQuoted ^= value[end++] == '"';

        return end;
    }

    // Of several rel parameters the first one counts.
    private static string[] RelationsOf(string parameters) => parameters.Split(';')
        .Select(parameter => parameter.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(parameter => parameter.Length == 2 && parameter[0].Equals("rel", StringComparison.OrdinalIgnoreCase))?[1]
        .Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
