using System.Reflection;
using NewsPlatform.Testing;

namespace NewsPlatform.Contracts.Tests;

/// <summary>A message as some version of the platform wrote it: <c>Samples/version/Event.json</c>, or with required members only <c>Event.minimal.json</c>.</summary>
internal sealed record StoredSample(string Version, string Event, bool IsMinimal, string Json)
{
    private static readonly string Folder = Repository.PathOf("tests", "Contracts", "Samples");

    public static IReadOnlyList<StoredSample> All { get; } =
        [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Of)];

    /// <summary>The version that this code writes.</summary>
    public static string Newest { get; } = All.MaxBy(sample => System.Version.Parse(sample.Version[1..]))!.Version;

    /// <summary>The contracts that travel by themselves: those that are no part of another.</summary>
    public static IReadOnlyList<Type> Events { get; } = FindEvents();

    public Type Type => Events.FirstOrDefault(type => type.Name == Event) ?? throw new InvalidOperationException($"There is a sample of {Event}, but no such contract any more.");

    private static StoredSample Of(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var isMinimal = name.EndsWith(".minimal", StringComparison.Ordinal);
        return new StoredSample(Path.GetFileName(Path.GetDirectoryName(file)!), isMinimal ? Path.GetFileNameWithoutExtension(name) : name, isMinimal, File.ReadAllText(file));
    }

    private static List<Type> FindEvents()
    {
        var records = typeof(IArticleEvent).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var parts = records.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Select(property => PartOf(property.PropertyType)).ToHashSet();
        return records.FindAll(type => !parts.Contains(type));
    }

    /// <summary>The element of a list, otherwise the type itself.</summary>
    public static Type PartOf(Type type) => type.IsGenericType && type != typeof(string) ? type.GetGenericArguments()[0] : type;
}
