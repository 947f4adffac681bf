using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Gives each entry of one feed an id that no other has: the publisher's, unless it is missing or the same on entries with different links.</summary>
internal sealed class UniqueIds
{
    private readonly HashSet<string> _taken = [];

    public string Take(string? declared, string? link, string title, string? text)
    {
        var wanted = new[] { declared?.Trim(), link, Hash(title, text) }.First(id => !string.IsNullOrEmpty(id))!;
        var id = _taken.Contains(wanted) && link is not null ? link : wanted;
        for (var copy = 2; !_taken.Add(id); copy++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}#{copy}");
        }

        return id;
    }

    private static string Hash(string title, string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}")).AsSpan(0, 16));
}
