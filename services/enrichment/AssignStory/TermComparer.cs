using System.Diagnostics.CodeAnalysis;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Compares terms letter by letter, also where one stands in a buffer. Its hash is of the strong kind from the start: terms that differ by a digit are many.</summary>
internal sealed class TermComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    public static TermComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<char> alternate, string other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<char> alternate) => string.GetHashCode(alternate, StringComparison.Ordinal);

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
}
