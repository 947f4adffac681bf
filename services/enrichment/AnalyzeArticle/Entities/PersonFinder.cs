using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds persons by given names, initials, roles before the name, verbs of saying beside it and the endings of surnames.</summary>
internal sealed class PersonFinder(ArticleText article, EntityLexicon lexicon, NameMap known)
{
    private static readonly HashSet<string> Particles =
        ["де", "ди", "да", "дель", "дер", "ван", "фон", "бин", "бен", "ибн", "ібн", "аль", "эль", "ла", "ле", "дю", "оглы", "de", "di", "da", "del", "der", "van", "von", "bin", "ibn", "al", "la", "le", "du", "den"];

    private static readonly string[] Patronymics = ["ович", "евич", "овн", "евн", "ьич", "йович", "івн"];

    // How far before a name its role may stand: "министр иностранных дел Российской Федерации Имя".
    private const int RoleReach = 7;

    private readonly IReadOnlyList<Word> _words = article.Words;

    public List<Mention> Find()
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < _words.Count; i++)
        {
            var last = LastWordOfPerson(i);
            if (last >= i)
            {
                mentions.Add(new Mention(i, last, EntityTypes.Person));
                i = last;
            }
        }

        return mentions;
    }

    private int LastWordOfPerson(int index)
    {
        var word = _words[index];
        if (word.Shape == WordShape.Initial)
        {
            return AfterInitials(index) is var surname && surname > index && IsNamePart(surname) ? LastNamePart(surname, 1) : -1;
        }

        if (word.Shape != WordShape.Title || known.Covers(index) && !known.IsAmbiguousName(index))
        {
            return -1;
        }

        return AfterTitle(index, word);
    }

    private int AfterTitle(int index, Word word)
    {
        var given = lexicon.GivenName(word.Form) is not null;
        if (article.Adjacent(index) && AfterInitials(index + 1) is var end && end > index + 1)
        {
            return AfterInitialsOf(index, end, given);
        }

        var last = LastNamePart(index, given ? 4 : 3);
        if (given && last > index)
        {
            return last;
        }

        if (known.Covers(index) || IsOrdinary(word) || lexicon.Roles.Contains(word.Form) || !given && NameBeginsAfter(index))
        {
            return -1;
        }

        return IsPerson(index, last, given) ? last : -1;
    }

    // A capitalised word before "given name + surname" is no part of the name: "Пианист Иван Петров", "Визит Петра Иванова".
    private bool NameBeginsAfter(int index) =>
        article.Adjacent(index) && _words[index + 1].Shape == WordShape.Title && lexicon.GivenName(_words[index + 1].Form) is not null
        && (!SurnameForms.LooksLikeSurname(_words[index].Form) || article.Adjacent(index + 1) && IsNamePart(index + 2) && !IsPatronymic(_words[index + 2]));

    private static bool IsPatronymic(Word word) => Array.Exists(Patronymics, part => word.Form.Contains(part, StringComparison.Ordinal));

    // "Иванов И. П." or "Джордж У. Буш".
    private int AfterInitialsOf(int index, int end, bool given) =>
        end < _words.Count && article.Adjacent(end - 1) && IsNamePart(end) && given ? LastNamePart(end, 1) : end - 1;

    private bool IsPerson(int index, int last, bool given)
    {
        var count = last - index + 1;
        var surname = _words[last];
        var opensTitle = _words[index].OpensSentence;
        if (count == 1 && BeginsNameOfBody(index))
        {
            return false;
        }

        if (HasRoleBefore(index))
        {
            return count > 1 || !opensTitle;
        }

        if (count == 1)
        {
            return given ? !opensTitle && surname.Length > 3 : IsSingleSurname(index, surname);
        }

        // Capitals right behind a quotation mark are mostly a title or a firm.
        if (index > 0 && QuoteSigns.Opens(_words[index - 1]))
        {
            return false;
        }

        return count <= 3 && (!opensTitle || SurnameForms.LooksLikeSurname(surname.Form)) && !SlavicAdjectives.Is(_words[index]) && !SlavicAdjectives.Is(surname, strict: true);
    }

    // "секретарь Ольвинской речной комиссии": an adjective of a name before a common noun belongs to the noun.
    private bool BeginsNameOfBody(int index) =>
        SlavicAdjectives.OfName(_words[index]) && article.Adjacent(index) && _words[index + 1].Shape == WordShape.Lower && _words[index + 1].Length > 3
        && (lexicon.Heads.Contains(_words[index + 1].Form) || SlavicAdjectives.Is(_words[index + 1]));

    private bool IsSingleSurname(int index, Word surname)
    {
        if (surname.IsLatin || lexicon.Heads.Contains(surname.Form) || SlavicAdjectives.OfName(surname))
        {
            return SpeaksBeside(index) && !surname.OpensSentence;
        }

        return SurnameForms.LooksLikeSurname(surname.Form) ? !surname.OpensSentence || SpeaksBeside(index) : !surname.OpensSentence && SpeaksBeside(index);
    }

    // "Прокуратура Лазоревска сообщила": the body speaks, not what it belongs to.
    private bool SpeaksBeside(int index) =>
        !(index > 0 && article.Adjacent(index - 1) && lexicon.Heads.Contains(_words[index - 1].Form)) && HasSpeechBeside(index);

    private bool HasSpeechBeside(int index) =>
        index > 0 && article.Adjacent(index - 1) && SpeechVerbs.Is(_words[index - 1].Form, article.RuleLanguage)
        || article.Adjacent(index) && SpeechVerbs.Is(_words[index + 1].Form, article.RuleLanguage) && !lexicon.Heads.Contains(_words[index].Form) && !StopWord(_words[index]);

    private bool HasRoleBefore(int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - RoleReach && article.Adjacent(i); i--)
        {
            var word = _words[i];
            if (lexicon.Roles.Contains(word.Form))
            {
                return true;
            }

            if (!word.IsWord || !(known.Covers(i) || SlavicAdjectives.Is(word) || i == index - 1 && lexicon.Heads.Contains(word.Form)))
            {
                return false;
            }
        }

        return false;
    }

    // The word after a row of initials that begins at the index; the index itself when none stands there.
    private int AfterInitials(int index)
    {
        var i = index;
        while (i + 1 < _words.Count && i < index + 6 && _words[i].Shape == WordShape.Initial && _words[i + 1].Is('.') && _words[i + 1].Sentence == _words[index].Sentence)
        {
            i += 2;
        }

        return i > index && (i == _words.Count || !article.Adjacent(i - 1)) ? (i < _words.Count ? i : index) : i;
    }

    private int LastNamePart(int index, int most)
    {
        var last = index;
        while (last - index + 1 < most && article.Adjacent(last))
        {
            var next = last + 1;
            if (Particles.Contains(_words[next].Form) && article.Adjacent(next) && IsNamePart(next + 1))
            {
                next++;
            }

            if (!IsNamePart(next) || _words[next].IsLatin != _words[index].IsLatin || last > index && IsComplete(last, next))
            {
                break;
            }

            last = next;
        }

        return last;
    }

    // Given name and surname are there: what follows is another name unless the second word is a patronymic.
    private bool IsComplete(int last, int next) =>
        !IsPatronymic(_words[last]) && !_words[last].Is('.')
        && (SurnameForms.LooksLikeSurname(_words[last].Form) && !IsPatronymic(_words[next]) || lexicon.GivenName(_words[next].Form) is not null && article.Adjacent(next) && IsNamePart(next + 1));

    private bool IsNamePart(int index) =>
        index < _words.Count && _words[index].Shape == WordShape.Title && !lexicon.Roles.Contains(_words[index].Form)
        && (!known.Covers(index) || known.IsAmbiguousName(index) || known.IsSingleUnlisted(index)) && !IsOrdinary(_words[index]);

    private bool IsOrdinary(Word word) => lexicon.Heads.Contains(word.Form) || Calendar.IsDay(word.Form) || StopWord(word);

    private bool StopWord(Word word) => NewsPlatform.Text.StopWords.Contains(word.Form, article.RuleLanguage);
}
