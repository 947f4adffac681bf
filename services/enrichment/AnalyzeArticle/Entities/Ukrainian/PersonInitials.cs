using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Adds to a surname the initials beside it, also those parted by spaces ("Л . А . Алексієнко", "Павлову Г. Л.").</summary>
internal static class PersonInitials
{
    private const int Most = 2;

    // " . ": sentences are not asked, as they may seem to end at an initial.
    private const int LongestGap = 3;

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

    /// <summary>Surnames with initials before them, which nobody but a person has ("Т . К . Алексієнко").</summary>
    public static IEnumerable<Mention> Find(ArticleText article)
    {
        var words = article.Words;
        for (var i = 2; i < words.Count; i++)
        {
            if (words[i] is { Shape: WordShape.Title, Length: > 3, IsLatin: false } && words[i - 1].Is('.') && IsInitial(words[i - 2]) && words[i].Start <= words[i - 2].End + LongestGap)
            {
                yield return With(article, new Mention(i, i, EntityTypes.Person));
            }
        }
    }

    private static bool IsInitial(Word word) => word.Shape == WordShape.Initial && !word.IsLatin;
}
