using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.SearchBench;

/// <summary>What readers ask, of each kind as many as are wanted. The same at every run.</summary>
internal sealed class Questions(InventedArticles articles, int size)
{
    private static readonly string[] Languages = ["ru", "uk", "en"];

    private readonly Random _random = new(2);

    /// <summary>The kinds with their next question, as a path and query.</summary>
    public IReadOnlyDictionary<string, Func<string>> Kinds => new Dictionary<string, Func<string>>
    {
        ["common word"] = () => Search(Word(0, 30)),
        ["two common words"] = () => In(Language(), (language) => Search($"{Word(0, 30, language)} {Word(30, 200, language)}")),
        ["rare word"] = () => Search(Word(10_000, 30_000)),
        ["common word and rare one"] = () => In(Language(), language => Search($"{Word(0, 30, language)} {Word(3_000, 9_000, language)}")),
        ["phrase"] = () => In(Language(), language => Search($"\"{Word(0, 60, language)} {Word(0, 60, language)}\"")),
        ["four alternatives"] = () => In(Language(), language => Search(string.Join(" OR ", Enumerable.Range(0, 4).Select(_ => Word(50, 3_000, language))))),
        ["title"] = () => Search($"title:{Word(0, 500)}"),
        ["entity"] = () => $"?entity={Uri.EscapeDataString(articles.WordsOf(Language()).Name(_random.Next(2_000)))}",
        ["word and filters"] = () => In(Language(), language => $"{Search(Word(0, 300, language))}&language={language}&source=news{_random.Next(InventedArticles.Sources)}"),
        ["word without source"] = () => $"{Search(Word(0, 300))}&source=-news{_random.Next(InventedArticles.Sources)}&duplicates=false",
        ["newest"] = () => "?",
        ["newest, late page"] = () => $"?cursor={LatePage()}",
        ["word, late page"] = () => $"{Search(Word(0, 30))}&sort=time&cursor={LatePage()}",
        ["facets"] = () => $"{Search(Word(0, 300))}&facets=source,section,language,entity,day",
        ["highlights"] = () => $"{Search(Word(0, 300))}&highlight=1",
    };

    private static string Search(string words) => $"?q={Uri.EscapeDataString(words)}";

    private static string In(string language, Func<string, string> ask) => ask(language);

    private string Language() => Languages[_random.Next(Languages.Length)];

    private string Word(int from, int to) => Word(from, to, Language());

    private string Word(int from, int to, string language) => articles.WordsOf(language).Word(_random.Next(from, to), _random);

    // Half of everything lies before it.
    private string LatePage()
    {
        var time = InventedArticles.TimeOf(size / 2).AddSeconds(_random.Next(3_600));
        return Cursor.Encode(new ArticleCursor(ArticleOrder.Time, HitKey.First(time), "z"));
    }
}
