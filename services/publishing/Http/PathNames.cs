namespace NewsPlatform.Publishing.Http;

/// <summary>Names of persons, sections and sources as a part of an address: the rest of its path, for they may hold slashes.</summary>
internal static class PathNames
{
    /// <summary>The name: the server gives an escaped slash of a path as it was written.</summary>
    public static string Read(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
