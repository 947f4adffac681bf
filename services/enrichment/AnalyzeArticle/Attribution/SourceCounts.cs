using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads how many sources there are where a noun in the genitive follows: "двое собеседников", "один из чиновников", "кілька джерел".</summary>
internal static class SourceCounts
{
    // Each as it is told about them.
    private static readonly Dictionary<string, string> Counts = Read(
        "двое двух два две", "трое трех три", "четверо четырех четыре", "пятеро пяти пять", "несколько нескольких", "ряд", "двоє двох дві", "троє трьох", "четверо чотирьох чотири", "п'ятеро п'яти п'ять", "кілька кількох", "декілька декількох", "низка");

    private static readonly HashSet<string> One = ["один", "одна", "одно", "одне"];

    /// <summary>The count that begins at the word, in the nominative, and how many words it covers; none and 0 when none does.</summary>
    public static (string? Count, int Words) At(ArticleText article, int index)
    {
        if (index + 1 >= article.Words.Count || !article.Adjacent(index))
        {
            return (null, 0);
        }

        var form = article.Words[index].Form;
        if (One.Contains(form) && article.Words[index + 1].Form is "из" or "з" or "із" && article.Adjacent(index + 1))
        {
            return (form + " " + article.Words[index + 1].Form, 2);
        }

        return Counts.GetValueOrDefault(form) is { } count ? (IsBare(form) ? form : count, 1) : (null, 0);
    }

    /// <summary>Where the count before a noun begins, an adjective between them; -1 when none stands there.</summary>
    public static int Before(ArticleText article, int noun)
    {
        for (var i = noun - 1; i >= 0 && i >= noun - 3 && article.Adjacent(i); i--)
        {
            if (At(article, i) is { Words: > 0 } count && i + count.Words is var next && (next == noun || next == noun - 1))
            {
                return i;
            }
        }

        return -1;
    }

    // Already in the nominative: "два", "три".
    private static bool IsBare(string form) => form is "два" or "две" or "три" or "четыре" or "пять" or "дві" or "чотири" or "п'ять";

    private static Dictionary<string, string> Read(params string[] rows)
    {
        var counts = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            var forms = row.Split(' ');
            foreach (var form in forms)
            {
                counts.TryAdd(form, forms[0]);
            }
        }

        return counts;
    }
}
