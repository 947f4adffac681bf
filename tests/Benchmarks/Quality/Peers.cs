using System.Text.Json;

namespace NewsPlatform.QualityBench;

/// <summary>The figures of other systems, measured once on the same class of machine, and our goals: peers.json.</summary>
internal static class Peers
{
    public static void Print(string task, string set)
    {
        using var stream = typeof(Peers).Assembly.GetManifestResourceStream("peers.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var table in document.RootElement.EnumerateArray().Where(table => table.GetProperty("task").GetString() == task && Covers(table, set)))
        {
            Console.WriteLine($"  peers, {table.GetProperty("figures").GetString()}:");
            foreach (var row in table.GetProperty("rows").EnumerateObject())
                Console.WriteLine($"    {row.Name,-44} {row.Value.GetString()}");
        }
    }

    private static bool Covers(JsonElement table, string set) =>
        table.GetProperty("sets").EnumerateArray().Any(name => set.StartsWith(name.GetString()!, StringComparison.Ordinal));
}
