using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace NewsPlatform.Gateway.RouteRequests;

/// <summary>Answers which service a method and path go to, for the API description and the tests of the table.</summary>
internal static class RouteMatcher
{
    /// <summary>The cluster's name; null when no route takes it.</summary>
    public static string? ClusterOf(string method, string path) =>
        RouteTable.Routes
            .Where(route => route.Match.Methods is null || route.Match.Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
            .Where(route => Matches(route.Match.Path!, path))
            .OrderBy(route => route.Order).ThenByDescending(route => Literals(route.Match.Path!))
            .FirstOrDefault()?.ClusterId;

    /// <summary>The methods that an address takes; empty when no route takes it by any method. The site, which takes every path, does not count.</summary>
    public static IReadOnlyList<string> MethodsOf(string path) =>
        [.. RouteTable.Routes
            .Where(route => route.Order == 0 && Matches(route.Match.Path!, path))
            .SelectMany(route => route.Match.Methods ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private static bool Matches(string template, string path) =>
        new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(path, []);

    private static int Literals(string template) =>
        RoutePatternFactory.Parse(template).PathSegments.Count(segment => segment.IsSimple && segment.Parts[0].IsLiteral);
}
