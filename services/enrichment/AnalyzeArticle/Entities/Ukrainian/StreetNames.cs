using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Finds addresses: what a street is called, its name, which may be a person's, and the number of the house ("вулиці Лесі Українки, 22").</summary>
internal static class StreetNames
{
    private const int LongestName = 3;
    private const int LongestHouse = 4;

    private static readonly HashSet<string> Nouns =
    [
        "вулиця", "вулиці", "вулицю", "вулицею", "проспект", "проспекту", "проспекті", "проспектом", "бульвар", "бульвару", "бульварі", "бульваром",
        "провулок", "провулку", "провулком", "площа", "площі", "площу", "площею", "шосе",
    ];

    private static readonly HashSet<string> ShortNouns = ["вул", "просп", "бул", "бульв", "пров", "пл"];

    /// <summary>The addresses of an article.</summary>
    public static IEnumerable<Mention> Find(ArticleText article)
    {
        for (var i = 0; i < article.Words.Count; i++)
        {
            if (article.Words[i].IsWord && NameAt(article.Words, i) is { } name && LastOf(article.Words, name) is { } last)
            {
                yield return new Mention(i, WithHouse(article.Words, last), EntityTypes.Place);
                i = last;
            }
        }
    }

    private static int? NameAt(IReadOnlyList<Word> words, int noun) =>
        Nouns.Contains(words[noun].Form) && noun + 1 < words.Count ? noun + 1
        : ShortNouns.Contains(words[noun].Form) && noun + 2 < words.Count && words[noun + 1].Is('.') ? noun + 2
        : null;

    private static int? LastOf(IReadOnlyList<Word> words, int at)
    {
        // "1-го Травня", "50 років Жовтня"
        if (words[at].Shape == WordShape.Number)
        {
            var next = at + 1 < words.Count && words[at + 1].Form is "років" or "річчя" ? at + 2 : at + 1;
            return next < words.Count && words[next].Shape == WordShape.Title ? next : null;
        }

        while (at + 2 < words.Count && words[at].Shape == WordShape.Initial && words[at + 1].Is('.'))
        {
            at += 2;
        }

        var last = at - 1;
        while (last + 1 < words.Count && last + 1 < at + LongestName && words[last + 1].IsCapitalised && !(last >= at && words[last + 1].Start > words[last].End + 1))
        {
            last++;
        }

        return last < at ? null : last;
    }

    // ", 22", ", буд. 22-А"
    private static int WithHouse(IReadOnlyList<Word> words, int last)
    {
        var at = last + 1;
        at += at < words.Count && words[at].Is(',') ? 1 : 0;
        at += at + 1 < words.Count && words[at].Form == "буд" && words[at + 1].Is('.') ? 2 : 0;
        if (at >= words.Count || words[at].Shape != WordShape.Number || words[at].Length > LongestHouse)
        {
            return last;
        }

        var isParted = at + 2 < words.Count && (words[at + 1].Is('/') || words[at + 1].IsDash) && words[at + 2].Length <= 3 && (words[at + 2].Shape is WordShape.Number or WordShape.Initial);
        return isParted ? at + 2 : at;
    }
}
