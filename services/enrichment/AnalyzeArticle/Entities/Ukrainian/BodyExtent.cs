using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>
/// How far a public body's name reaches: over what it is there for ("Центру журналістських розслідувань"), after whom it is named
/// ("імені Тараса Шевченка"), the body that it is a part of ("управління Держпраці") and where it stands ("суду Донецької області", "ДСНС України").
/// </summary>
/// <param name="article">The article.</param>
/// <param name="at">By word: the longest name seen there.</param>
internal sealed class BodyExtent(ArticleText article, Mention?[] at)
{
    private const int MostWordsOfPurpose = 6;
    private const int LongestAbbreviation = 6;

    // What abbreviated names begin with that a region follows: "Міндоходів Луганської області".
    private static readonly string[] Beginnings = ["держ", "мін", "нацполіці"];

    private static readonly HashSet<string> NoPurpose =
    [
        "має", "було", "були", "був", "була", "буде", "який", "яка", "яке", "які", "якого", "якої", "якому", "що", "року", "році", "роки", "після", "через", "від", "для", "про", "проти", "при",
        "над", "під", "біля", "щодо", "також", "або", "але", "його", "їх", "їхніх", "цього", "того", "свого", "своєї", "своїх", "всіх", "першої", "питання",
    ];

    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>Whether bodies are abbreviated so.</summary>
    public static bool IsAbbreviation(Word word) => word is { Shape: WordShape.Upper, IsLatin: false, Length: > 1 and <= LongestAbbreviation };

    /// <summary>The name up to its end; itself when it is no public body's or ends there already.</summary>
    public Mention Of(Mention name) => Of(name, isPart: false);

    private Mention Of(Mention name, bool isPart)
    {
        var noun = Enumerable.Range(name.First, name.Count).FirstOrDefault(i => BodyNouns.Has(_words[i]), -1);
        if (noun < 0 && !IsAbbreviated(name))
        {
            return name;
        }

        var last = name.Last;
        if (noun >= 0)
        {
            last = WithPurpose(WithoutVerb(name.First, last));
            last = WithNamesake(last);
            last = isPart ? last : WithLarger(last, _words[noun]);
        }

        last = last + 1 < _words.Count && QuoteSigns.OpenedBy(article, name.First, last, last + 1) ? last + 1 : last;
        last = WithPlace(WithPlace(last));
        return last == name.Last ? name : new Mention(name.First, last, name.Type);
    }

    private bool IsAbbreviated(Mention name) =>
        Enumerable.Range(name.First, name.Count).All(i => IsAbbreviation(_words[i]))
        || name.Count == 1 && Array.Exists(Beginnings, part => _words[name.First].Form.StartsWith(part, StringComparison.Ordinal));

    // "Апеляційний суд вирішив повернути"
    private int WithoutVerb(int first, int last)
    {
        for (var i = first + 1; i <= last && !QuoteSigns.Opens(_words[i]); i++)
        {
            if (WordEndings.IsVerb(_words[i]) && !BodyNouns.Has(_words[i]))
            {
                return i - 1;
            }
        }

        return last;
    }

    private int WithPurpose(int last)
    {
        var end = Behind(last, "з", "із") is { } with && Behind(with, "питань") is { } questions ? questions : last;
        for (var i = 0; i < MostWordsOfPurpose && NextOfPurpose(end) is { } next; i++)
        {
            end = next;
        }

        return _words[end].Form == "питань" || end > last && WordEndings.IsGenitiveAdjective(_words[end]) ? last : end;
    }

    // A genitive, behind an adjective any noun; also behind "та" and in a list that "та" ends.
    private int? NextOfPurpose(int last)
    {
        if (Behind(last, "з", "із") is { } with && Behind(with, "громадськістю") is { } everybody)
        {
            return everybody;
        }

        var before = _words[last].Shape == WordShape.Lower && Behind(last, "та", "і", "й") is { } and ? and
            : article.Adjacent(last) && _words[last + 1].Is(',') && Behind(last + 2, "та", "і") is not null ? last + 1
            : last;
        if (!article.Adjacent(before) || _words[before + 1] is not { Shape: WordShape.Lower, Length: > 2 } next || NoPurpose.Contains(next.Form) || WordEndings.IsVerb(next))
        {
            return null;
        }

        var mayFollow = before > last || _words[last].Form == "питань" || BodyNouns.Has(_words[last]) || WordEndings.IsGenitiveNoun(_words[last]);
        return WordEndings.IsGenitiveAdjective(_words[before]) || WordEndings.IsGenitiveAdjective(next) || mayFollow && WordEndings.IsGenitiveNoun(next) ? before + 1 : null;
    }

    private int WithNamesake(int last)
    {
        if ((_words[last].Form == "імені" ? last : Behind(last, "імені", "ім")) is not { } by)
        {
            return last;
        }

        var name = by + 1;
        while (name + 1 < _words.Count && _words[name].Shape == WordShape.Initial && _words[name + 1].Is('.'))
        {
            name += 2;
        }

        var end = name < _words.Count && at[name] is { Type: EntityTypes.Person } person ? person.Last : name;
        return end < _words.Count && _words[end].IsCapitalised && _words[end].Sentence == _words[last].Sentence ? end : last;
    }

    // One step up only: in "відділ управління департаменту" each is a part of the next.
    private int WithLarger(int last, Word noun)
    {
        var isPart = BodyNouns.IsPart(_words[last]) || noun.Form.StartsWith("департамент", StringComparison.Ordinal) && _words[last].Shape == WordShape.Lower;
        return isPart && article.Adjacent(last) && at[last + 1] is { Type: EntityTypes.Organisation } larger && larger.First == last + 1 ? Of(larger, isPart: true).Last : last;
    }

    // The last word of the region, town or country behind; the same word when none stands there.
    private int WithPlace(int last)
    {
        if (!article.Adjacent(last) || !_words[last].IsWord)
        {
            return last;
        }

        if (_words[last + 1] is { Form: "україни", Shape: WordShape.Title } || IsRegion(last))
        {
            return last + 1;
        }

        var place = _words[last + 1].Form is "у" or "в" or "по" && article.Adjacent(last + 1) ? last + 2 : last + 1;
        if (IsRegion(place))
        {
            return _words[place + 1].Form == "обл" && place + 2 < _words.Count && _words[place + 2].Is('.') ? place + 2 : place + 1;
        }

        return Behind(place - 1, "міста", "місті", "м") is not { } town || town + 1 >= _words.Count || _words[town + 1].Shape != WordShape.Title ? last
            : at[town + 1] is { Type: EntityTypes.Place } named ? named.Last
            : town + 1;
    }

    private bool IsRegion(int adjective) =>
        _words[adjective].Shape == WordShape.Title && WordEndings.IsOfName(_words[adjective]) && article.Adjacent(adjective) && RegionNames.IsNoun(_words[adjective + 1]);

    // The index of one of these words behind, or of the full stop that shortens it.
    private int? Behind(int last, params ReadOnlySpan<string> forms)
    {
        if (!article.Adjacent(last) || !forms.Contains(_words[last + 1].Form))
        {
            return null;
        }

        return _words[last + 1].Length <= 2 && last + 2 < _words.Count && _words[last + 2].Is('.') ? last + 2 : last + 1;
    }
}
