using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Adds to a surname the initials beside it, also those parted by spaces ("Л . А . Алексієнко", "Павлову Г. Л.").</summary>
internal static class PersonInitials
{
    private const int Most = 2;

    public static Mention With(ArticleText article, Mention name)
    {
        var words = article.Words;
        var first = name.First;
        for (var i = 0; i < Most && first > 1 && words[first - 1].Is('.') && IsInitial(words[first - 2]); i++)
        {
            first -= 2;
        }

        var last = name.Last;
        var hasOwn = first < name.First || Enumerable.Range(name.First, name.Count).Any(i => words[i].Is('.'));
        // "Ганні М." may have the second one outside.
        var open = !hasOwn || words[last].Is('.') && first == name.First;
        for (var i = 0; i < Most && open && last + 2 < words.Count && IsInitial(words[last + 1]) && words[last + 2].Is('.'); i++)
        {
            last += 2;
        }

        return first == name.First && last == name.Last ? name : name with { First = first, Last = last, Name = null };
    }

    private static bool IsInitial(Word word) => word.Shape == WordShape.Initial && !word.IsLatin;
}
