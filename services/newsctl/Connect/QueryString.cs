namespace NewsPlatform.Newsctl.Connect;

/// <summary>Puts parameters behind a path.</summary>
internal static class QueryString
{
    /// <summary>Parameters that are null or empty are left out.</summary>
    public static string Of(string path, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var said = parameters.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}").ToList();
        return said.Count == 0 ? path : $"{path}?{string.Join('&', said)}";
    }
}
