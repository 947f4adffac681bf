using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NewsPlatform.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>The nouns and adjectives of the spelling dictionary dictionary-ru: "слово/КЛАССЫ", the classes of its endings told in capitals of Latin letters.</summary>
internal static partial class RussianLemmaList
{
    private const int Shortest = 3;

    // A word with verbs' endings too ("стать", "печь") is the verb in most sentences; one with adjectives' is the adjective.
    private static readonly char[] Nouns = [.. "EFGHIJKNO"];
    private static readonly char[] NoNouns = [.. "ABLMPQRSTUVWY"];

    private const char Adjective = 'A';

    private const string Head =
        "# Lemmas of Russian nouns and adjectives, lower case, ё as е: entries of dictionary-ru 3.0.0 with endings of nouns (classes E F G H I J K N O) or of adjectives (A; participles\n"
        + "# without a short form or an adverb left out). Copyright (c) 1997-2008 Alexander I. Lebedev, BSD-3-Clause; see NOTICE. Modified: endings' rules left out.\n";

    public static void Write(string folder, string output)
    {
        var entries = File.ReadLines(new Packages(folder).Npm("dictionary-ru", "index.dic")).Skip(1).Select(line => line.Split('/')).Where(parts => parts.Length == 2 && parts[0].All(char.IsLower)).ToList();
        var nouns = Sorted(entries.Where(entry => entry[0].Length >= Shortest && entry[1].IndexOfAny(Nouns) >= 0 && entry[1].IndexOfAny(NoNouns) < 0));
        var adjectives = Sorted(entries.Where(entry => entry[1].Contains(Adjective, StringComparison.Ordinal) && Nominative().IsMatch(entry[0]) && !(entry[1] == "A" && Participle().IsMatch(entry[0]))));
        using var file = File.Create(output);
        using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
        packed.Write(Encoding.UTF8.GetBytes($"{Head}[nouns]\n{string.Join(' ', nouns)}\n[adjectives]\n{string.Join(' ', adjectives)}\n"));
        Console.WriteLine($"{nouns.Count} nouns, {adjectives.Count} adjectives");
    }

    private static List<string> Sorted(IEnumerable<string[]> entries) => [.. entries.Select(entry => WordForm.Normalize(entry[0])).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("[ыио]й$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nominative();

    [GeneratedRegex("(вший|[уюая]щий|[еи]мый|тый|[ая]нный)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Participle();
}
