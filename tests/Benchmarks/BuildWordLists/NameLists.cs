using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

namespace NewsPlatform.BuildWordLists;

/// <summary>The four lists of name-words.bin: given names, surnames, places, organisations.</summary>
internal static class NameLists
{
    public static void Write(string folder, string output)
    {
        var packages = new Packages(folder);
        var known = OpenCorpora.Names(packages);
        var lists = new (string Kind, IEnumerable<string> Words)[]
        {
            ("given names", known["Name"].Concat(InventedPersons.GivenNames(packages))),
            ("surnames", known["Surn"].Concat(InventedPersons.Surnames(packages))),
            ("places", known["Geox"].Concat(PlaceNames.Read(packages))),
            ("organisations", known["Orgn"]),
        };
        var keys = lists.Select(list => (list.Kind, Keys: NameKeys.Of(list.Words))).ToList();
        using var file = File.Create(output);
        NameFilter.Of([.. keys.Select(list => list.Keys)]).Write(file);
        Console.WriteLine(string.Join(", ", keys.Select(list => $"{list.Kind} {list.Keys.Count} words and stems")));
    }
}
