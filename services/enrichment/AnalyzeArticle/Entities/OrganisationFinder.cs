using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>
/// Finds organisations in Russian and Ukrainian: a head noun with what belongs to it ("Министерство иностранных дел РФ", "украинское
/// правительство"), a kind with a quoted or foreign name ("газета «…»"), quoted names, abbreviations, foreign words and telling word parts.
/// </summary>
internal sealed class OrganisationFinder(ArticleText article, EntityLexicon lexicon, NameMap known)
{
    private const int LongestTail = 6;

    private static readonly HashSet<string> NoOrganisation =
        ["дтп", "сми", "змі", "ввп", "тв", "пк", "по", "нло", "чп", "нп", "жкх", "нии", "вуз", "внз", "спид", "вич", "днк", "ндс", "мрот", "sms", "pr", "it", "иб", "ип", "ооо", "оао", "зао", "пао", "тов", "вов", "чс", "пдв", "снід", "віл", "днр", "лнр", "ато", "оос", "ссср", "рф", "сша", "хх", "ххi", "тс", "км", "гп", "всё", "все", "covid-19", "covid", "gps", "pc", "tv", "cd", "dvd", "usb", "wi-fi"];

    private static readonly HashSet<string> Hosts = ["сайт", "портал", "канал", "сервис", "сервіс", "центр", "отделение", "институт", "інститут"];

    private static readonly string[] TellingBeginnings = ["рос", "гос", "мин", "держ", "укр", "нац", "глав", "мос", "генпрок", "евро", "євро"];

    private static readonly string[] TellingEndings = ["нефть", "нефти", "нефтью", "банк", "банка", "банку", "банком", "банке", "газ", "газа", "газу", "газом", "газе", "пром", "прома", "энерго", "енерго", "телеком", "телекома", "строй", "холдинг", "надзор", "надзора", "здрав", "здрава", "дума", "думы", "думе", "думу", "совет", "рада", "ради", "раді"];

    private readonly IReadOnlyList<Word> _words = article.Words;

    public List<Mention> Find()
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < _words.Count; i++)
        {
            AddAt(mentions, i);
        }

        return mentions;
    }

    private void AddAt(List<Mention> mentions, int index)
    {
        var word = _words[index];
        if (!word.IsWord)
        {
            return;
        }

        if (NamedKind(index) is { } named)
        {
            mentions.Add(named);
        }
        else if (lexicon.Heads.Contains(word.Form) && Headed(index) is { } headed)
        {
            mentions.Add(headed);
        }
        else if (word.IsCapitalised && !known.Covers(index) && (Quoted(index) ?? Single(index)) is { } name)
        {
            mentions.Add(name);
        }
    }

    // газета «Труд», компания Microsoft, ООО "Ромашка": the mention takes the kind in, the name is what is quoted.
    private Mention? NamedKind(int index)
    {
        if (!IsKind(_words[index]) || !article.Adjacent(index))
        {
            return null;
        }

        var next = index + 1;
        if (QuoteSigns.Opens(_words[next]) && ClosingQuote(next) is var close and > 0)
        {
            return new Mention(KindStart(index), QuoteSigns.LastOf(close, article.RuleLanguage), EntityTypes.Organisation, article.Between(next + 1, close - 1));
        }

        // "сайт Госдепа" is not called Госдеп: it belongs to it.
        if (Hosts.Contains(lexicon.Kinds.Nominative(_words[index].Form)!) || !_words[next].IsCapitalised || known.At(next)?.Type == EntityTypes.Place || !(_words[next].IsLatin || known.At(next) is not null))
        {
            return null;
        }

        var last = known.At(next)?.Last ?? LatinRun(next);
        return new Mention(index, last, EntityTypes.Organisation, known.At(next)?.Name ?? article.Between(next, last));
    }

    private bool IsKind(Word word) => lexicon.Kinds.Contains(word.Form);

    // "московского отделения движения «…»" and "ежемесячной газеты «…»" begin before the kind.
    private int KindStart(int index)
    {
        var start = index;
        while (start > 0 && article.Adjacent(start - 1) && SlavicAdjectives.OfName(_words[start - 1]) && start > index - 2)
        {
            start--;
        }

        return start;
    }

    private Mention? Headed(int index)
    {
        var first = index;
        while (first > 0 && index - first < 3 && article.Adjacent(first - 1) && IsHeadAdjective(first - 1))
        {
            first--;
        }

        var last = Tail(index);
        var capital = _words[first].IsCapitalised && !_words[first].OpensSentence || _words[index].Shape == WordShape.Title && last > index;
        var named = last > index && Enumerable.Range(index + 1, last - index).Any(i => _words[i].IsCapitalised);
        var ofName = first < index && SlavicAdjectives.OfName(_words[first]) && Enumerable.Range(first, index - first).Any(i => SlavicAdjectives.OfName(_words[i]));
        return (capital && (last > index || first < index)) || named || ofName && IsStateHead(_words[index])
            ? new Mention(first, last, EntityTypes.Organisation)
            : null;
    }

    private static bool IsStateHead(Word word) =>
        Array.Exists(StateHeads, head => word.Form.StartsWith(head, StringComparison.Ordinal));

    private static readonly string[] StateHeads = ["правит", "парлам", "министер", "міністер", "уряд", "посольс", "мид", "сборн", "збірн", "власт", "патриарх", "церк", "армии", "армия"];

    private bool IsHeadAdjective(int index) =>
        SlavicAdjectives.Is(_words[index]) && !_words[index].IsLatin
        && (SlavicAdjectives.OfName(_words[index]) || _words[index].Shape == WordShape.Title || index + 1 < _words.Count && SlavicAdjectives.Is(_words[index + 1]) && index > 0 && article.Adjacent(index - 1) && _words[index - 1].Shape == WordShape.Title && SlavicAdjectives.Is(_words[index - 1]));

    // What depends on the head: genitives, names, "по иностранным делам"; it may end in a name or in a genitive of a capitalised head.
    private int Tail(int index)
    {
        var last = index;
        var i = index;
        while (i - index < LongestTail && article.Adjacent(i))
        {
            var next = i + 1;
            var word = _words[next];
            if (known.At(next) is { } name)
            {
                i = last = Math.Max(name.Last, next);
                if (name.Type == EntityTypes.Place || name.Count > 1)
                {
                    break;
                }

                continue;
            }

            if (QuoteSigns.Opens(word) && ClosingQuote(next) is var close and > 0)
            {
                return QuoteSigns.LastOf(close, article.RuleLanguage);
            }

            if (!word.IsWord || StartsPerson(next) || !(IsGenitive(word) || Joins(i)))
            {
                break;
            }

            i = next;
            last = Joins(next - 1) && word.Length <= 3 ? last : i;
        }

        return _words[index].IsCapitalised || Enumerable.Range(index, last - index + 1).Any(k => k > index && _words[k].IsCapitalised) ? last : index;
    }

    private bool StartsPerson(int index) =>
        _words[index].Shape == WordShape.Title && lexicon.GivenName(_words[index].Form) is { } given
        && (NewsPlatform.Text.WordForm.Normalize(given) == _words[index].Form || article.Adjacent(index) && _words[index + 1].Shape == WordShape.Title);

    private bool Joins(int index) =>
        _words[index + 1].Form is "по" or "и" or "та" or "і" or "з" or "в" or "при" && _words[index].Form.Length > 3 && article.Adjacent(index + 1)
        && _words[index + 2].IsWord && (IsGenitive(_words[index + 2]) || SlavicAdjectives.Is(_words[index + 2]) || _words[index + 1].Form == "по" && _words[index].IsCapitalised)
        && _words[index].Shape is WordShape.Title or WordShape.Lower && _words[index + 1].Form is not ("в" or "з");

    private bool IsGenitive(Word word)
    {
        if (word.Shape is WordShape.Upper or WordShape.Initial || word.IsLatin || word.Length < 3 || NewsPlatform.Text.StopWords.Contains(word.Form, article.RuleLanguage)
            || Quotes.SpeechVerbs.Is(word.Form, article.RuleLanguage))
        {
            return false;
        }

        return Array.Exists(GenitiveEndings, ending => word.Form.EndsWith(ending, StringComparison.Ordinal));
    }

    private static readonly string[] GenitiveEndings =
        ["ого", "его", "ых", "их", "ой", "ей", "ов", "ев", "ий", "ств", "ства", "ния", "ии", "сти", "ки", "ры", "ды", "ты", "ны", "та", "ка", "на", "ра", "да", "ва", "ця", "ів", "їв", "ої", "ії", "ви", "ни", "ри", "ди", "ти", "ння", "ам", "ям", "ым", "им", "аж"];

    private Mention? Quoted(int index)
    {
        if (index == 0 || !QuoteSigns.Opens(_words[index - 1]) || ClosingQuote(index - 1) is not (var close and > 0))
        {
            return null;
        }

        var words = close - index;
        var before = index >= 2 ? _words[index - 2] : null;
        if (words > 4 || before is not null && lexicon.Works.Contains(before.Form) || ShortSpeech.Is(article, index - 1, close))
        {
            return null;
        }

        return Enumerable.Range(index, words).All(i => _words[i].IsWord || _words[i].Shape == WordShape.Number || _words[i].IsDash)
            ? new Mention(index, close - 1, EntityTypes.Organisation, before is not null && lexicon.Kinds.Contains(before.Form) ? article.Between(index, close - 1) : QuotedNames.Nominative(article, index, close - 1))
            : null;
    }

    private Mention? Single(int index)
    {
        var word = _words[index];
        if (word.IsLatin)
        {
            return InsideLatinRun(index) || article.RuleLanguage == "en" ? null : new Mention(index, LatinRun(index), EntityTypes.Organisation);
        }

        var abbreviation = word.Shape == WordShape.Upper && word.Length is >= 2 and <= 8 && !NoOrganisation.Contains(word.Form) && !InCapitals(index);
        return abbreviation || word.Shape == WordShape.Mixed || Telling(word) ? new Mention(index, index, EntityTypes.Organisation) : null;
    }

    private static bool Telling(Word word) =>
        word.Shape == WordShape.Title && word.Length > 6 && !SlavicAdjectives.Is(word)
        && (Array.Exists(TellingEndings, ending => word.Form.EndsWith(ending, StringComparison.Ordinal))
            || Array.Exists(TellingBeginnings, beginning => word.Form.StartsWith(beginning, StringComparison.Ordinal)) && !word.OpensSentence && !word.Form.StartsWith("росси", StringComparison.Ordinal) && !word.Form.StartsWith("украин", StringComparison.Ordinal) && !word.Form.StartsWith("україн", StringComparison.Ordinal) && !word.Form.StartsWith("европ", StringComparison.Ordinal));

    private bool InCapitals(int index) =>
        index > 0 && article.Adjacent(index - 1) && _words[index - 1] is { Shape: WordShape.Upper, Length: > 3 }
        && article.Adjacent(index) && _words[index + 1] is { Shape: WordShape.Upper, Length: > 3 };

    private bool InsideLatinRun(int index) => index > 0 && article.Adjacent(index - 1) && _words[index - 1] is { IsLatin: true, IsCapitalised: true };

    private int LatinRun(int index)
    {
        var last = index;
        while (article.Adjacent(last))
        {
            var next = last + 1;
            if (_words[next].Form is "of" or "and" or "&" or "the" or "for" or "und" && article.Adjacent(next))
            {
                next++;
            }

            if (!(_words[next].IsLatin && _words[next].IsCapitalised || next == last + 1 && _words[next].Shape == WordShape.Number && _words[next].Length < 4))
            {
                break;
            }

            last = next;
        }

        return last;
    }

    // The word index of the mark that closes a short quotation opened at the index; 0 when it is long or open.
    private int ClosingQuote(int open)
    {
        var sentence = _words[open].Sentence;
        for (var i = open + 2; i < _words.Count && i < open + 12 && _words[i].Sentence == sentence; i++)
        {
            if (QuoteSigns.Closes(_words[open], _words[i]))
            {
                return i;
            }
        }

        return 0;
    }
}
