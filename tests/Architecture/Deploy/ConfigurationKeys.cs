using System.Collections;
using System.Reflection;
using NewsPlatform.Enrichment;
using NewsPlatform.Gateway;
using NewsPlatform.Hosting;
using NewsPlatform.Ingestion;
using NewsPlatform.Publishing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>The configuration keys that the code knows, found by its options classes (those with a <c>Section</c>).</summary>
internal static class ConfigurationKeys
{
    private static readonly IReadOnlyList<Assembly> Assemblies =
        [typeof(ServiceHost).Assembly, typeof(GatewayService).Assembly, typeof(IngestionService).Assembly, typeof(EnrichmentService).Assembly, typeof(PublishingService).Assembly];

    /// <summary>Keys with <c>:</c>; a dictionary's own names stand as <c>*</c>.</summary>
    public static IReadOnlySet<string> All { get; } = Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)))
        .Where(options => options.Section is { IsLiteral: true } && options.Type.Name.EndsWith("Options", StringComparison.Ordinal))
        .SelectMany(options => Of(options.Type, (string)options.Section!.GetRawConstantValue()!))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the environment variable sets a key of the code, or one of ASP.NET's own that the deployment uses.</summary>
    public static bool Knows(string variable)
    {
        if (variable is "ASPNETCORE_HTTP_PORTS" or "DOTNET_gcServer")
        {
            return true;
        }

        // KEY_FILE names a file with the value.
        var parts = (variable.EndsWith("_FILE", StringComparison.Ordinal) ? variable[..^"_FILE".Length] : variable).Split("__");
        return All.Contains(string.Join(':', parts)) || (parts.Length > 3 && All.Contains(string.Join(':', [.. parts[..2], "*", .. parts[3..]])));
    }

    private static IEnumerable<string> Of(Type type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            var key = $"{prefix}:{property.Name}";
            var kind = property.PropertyType;
            if (kind.IsGenericType && typeof(IDictionary).IsAssignableFrom(kind))
            {
                var value = kind.GetGenericArguments()[1];
                foreach (var inner in value.IsPrimitive ? [$"{key}:*"] : Of(value, $"{key}:*"))
                {
                    yield return inner;
                }
            }
            else if (kind.IsClass && kind.Namespace?.StartsWith("NewsPlatform", StringComparison.Ordinal) == true)
            {
                foreach (var inner in Of(kind, key))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return key;
            }
        }
    }
}
