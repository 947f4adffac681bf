using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds places that no list has, by the common noun beside the name: "город Феникс", "Тверская площадь", "штата Огайо", "Elbe River".</summary>
internal sealed class PlaceFinder(ArticleText article, EntityLexicon lexicon, NameMap known)
{
    private readonly IReadOnlyList<Word> _words = article.Words;

    public List<Mention> Find()
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (!_words[i].IsWord)
            {
                continue;
            }

            if (lexicon.PlaceHeadsAfter.Contains(_words[i].Form) && AfterAdjective(i) is { } described)
            {
                mentions.Add(described);
            }
            else if (IsTownByEnding(i))
            {
                mentions.Add(new Mention(i, i, EntityTypes.Place, Town(_words[i])));
            }
            else if (lexicon.PlaceHeadsBefore.Contains(_words[i].Form) && BeforeName(i) is { } named)
            {
                mentions.Add(named);
            }
        }

        return mentions;
    }

    // Лазоревск, Карсков-град: endings that only towns have.
    private bool IsTownByEnding(int index) =>
        _words[index].Shape == WordShape.Title && _words[index].Length > 5 && article.RuleLanguage != "en" && !known.Covers(index) && !_words[index].OpensSentence
        && !(article.Adjacent(index - 1) && lexicon.PlaceHeadsBefore.Contains(_words[index - 1].Form))
        && Array.Exists(TownEndings, ending => _words[index].Form.EndsWith(ending, StringComparison.Ordinal));

    private static string Town(Word word)
    {
        var cut = word.Form[^1] is 'а' or 'у' or 'е' or 'і' ? 1 : word.Form.EndsWith("ом", StringComparison.Ordinal) ? 2 : 0;
        return word.Text[..^cut];
    }

    private static readonly string[] TownEndings =
        ["ск", "ске", "ска", "ску", "ськ", "ську", "град", "граде", "града", "граду", "городе", "бург", "бурге", "бурга", "бургу", "полис", "полисе"];

    private Mention? AfterAdjective(int index)
    {
        var first = index;
        while (first > 0 && index - first < 3 && article.Adjacent(first - 1) && IsDescription(_words[first - 1]))
        {
            first--;
        }

        return first < index ? new Mention(first, index, EntityTypes.Place) : null;
    }

    private bool IsDescription(Word word) =>
        word.Shape == WordShape.Title && (article.RuleLanguage == "en" ? !word.OpensSentence : SlavicAdjectives.Is(word))
        && !lexicon.Heads.Contains(word.Form);

    private Mention? BeforeName(int index)
    {
        if (!article.Adjacent(index) || article.RuleLanguage == "en" && !_words[index].IsCapitalised)
        {
            return null;
        }

        var next = index + 1;
        if (!(_words[next].Shape == WordShape.Title || known.At(next)?.Type == EntityTypes.Place) || lexicon.GivenName(_words[next].Form) is not null && article.RuleLanguage != "en"
            || known.At(next)?.Type == EntityTypes.Organisation)
        {
            return null;
        }

        // "в районе Москвы", "республике Украина": a listed name after a common noun is the mention by itself unless the noun belongs to it.
        var last = known.At(next)?.Last ?? next;
        return new Mention(index, last, EntityTypes.Place);
    }
}
