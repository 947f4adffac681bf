using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds whom a verb of saying has for its subject, and tells him from the one who listens ("told X", «рассказал мэру Громову»).</summary>
internal sealed class SubjectReader(ArticleText article, EntityMap names, EntityLexicon lexicon)
{
    private const int Reach = 14;

    private static readonly HashSet<string> Prepositions =
        ["к", "ко", "от", "с", "со", "в", "во", "на", "для", "про", "о", "об", "по", "за", "из", "у", "під", "при", "перед", "до", "від", "з", "із", "зі", "щодо", "with", "to", "about", "of", "for", "from", "in", "on", "at", "against", "after", "by"];

    // After these the listener stands; whoever speaks stands before.
    private static readonly HashSet<string> Told = ["told", "tells", "telling"];

    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The person, else null; a name in an oblique case or behind a preposition only when <paramref name="strict"/> is off.</summary>
    public NamedEntity? Find(SpeechCandidate speech, string type, bool strict)
    {
        var before = Last(speech, type, strict);
        var after = Told.Contains(_words[speech.Verb].Form) ? null : First(speech.Verb + 1, Math.Min(speech.Last, speech.Verb + Reach), type, strict, speech.Verb);
        return speech.After ? after ?? before : before ?? after;
    }

    /// <summary>The first name of a type, or of any, in a range of words.</summary>
    public NamedEntity? First(int first, int last, string? type) =>
        Range(first, last).Select(names.At).FirstOrDefault(entity => entity is not null && (type is null || entity.Type == type));

    /// <summary>Whether the words at a name are the listener's or belong to something else: an oblique case, a preposition, a role in an oblique case.</summary>
    public bool IsOblique(int index)
    {
        var mention = names.MentionAt(index)!;
        if (IsBehindPreposition(mention.First))
        {
            return true;
        }

        return article.RuleLanguage != "en" && (IsDeclined(mention, names.At(index)!) || TitleBefore(mention.First) is { } title && !IsNominative(title));
    }

    // "with X", "for Mr X": an English title stands between.
    private bool IsBehindPreposition(int first)
    {
        var before = first - 1;
        before -= before > 0 && article.RuleLanguage == "en" && (_words[before].Form == "the" || lexicon.Roles.Contains(_words[before].Form)) && article.Adjacent(before) ? 1 : 0;
        return before >= 0 && Prepositions.Contains(_words[before].Form) && article.Adjacent(before);
    }

    private NamedEntity? First(int first, int last, string type, bool strict, int verb)
    {
        for (var i = first; i <= last; i++)
        {
            if (names.At(i) is { } entity && entity.Type == type && Fits(entity, i, strict, verb))
            {
                return entity;
            }
        }

        return null;
    }

    private NamedEntity? Last(SpeechCandidate speech, string type, bool strict)
    {
        for (var i = speech.Verb - 1; i >= speech.First && i >= speech.Verb - Reach; i--)
        {
            if (names.At(i) is { } entity && entity.Type == type && Fits(entity, i, strict, speech.Verb))
            {
                return entity;
            }
        }

        return null;
    }

    private bool Fits(NamedEntity entity, int index, bool strict, int verb) =>
        Agrees(entity, verb)
        && (strict ? !IsOblique(index) && !IsOwned(index) : !IsDative(index));

    // "Громова сказала" and "Громов сказала": the verb's past tense tells the gender.
    private bool Agrees(NamedEntity person, int verb) =>
        person.Female is not { } female || article.RuleLanguage == "en" || Gender(_words[verb].Form) is not { } spoken || spoken == female;

    private static bool? Gender(string verb) =>
        verb.EndsWith("ла", StringComparison.Ordinal) || verb.EndsWith("лась", StringComparison.Ordinal) || verb.EndsWith("лася", StringComparison.Ordinal) ? true
        : verb.EndsWith('л') || verb.EndsWith("лся", StringComparison.Ordinal) || verb.EndsWith('в') || verb.EndsWith("вся", StringComparison.Ordinal) ? false
        : null;

    // "пресс-секретарь Громова", "глава МИД", "президента РФ": what a role owns does not speak.
    private bool IsOwned(int index) =>
        names.MentionAt(index) is { } mention && names.At(index)!.Type != EntityTypes.Person && mention.First > 0 && article.Adjacent(mention.First - 1)
        && lexicon.Roles.Contains(_words[mention.First - 1].Form);

    private bool IsDeclined(Mention mention, NamedEntity entity)
    {
        if (_words[mention.Last].IsLatin || entity.Type != EntityTypes.Person)
        {
            return false;
        }

        var given = _words[mention.First].Form;
        return mention.Count > 1 && lexicon.GivenName(given) is not null
            ? !Same(lexicon.MaleNames, given) && !Same(lexicon.FemaleNames, given)
            : WordReader.Forms(entity.Name).LastOrDefault() != _words[mention.Last].Form;
    }

    private bool IsDative(int index)
    {
        var mention = names.MentionAt(index)!;
        if (mention.First > 0 && Prepositions.Contains(_words[mention.First - 1].Form) && article.Adjacent(mention.First - 1))
        {
            return true;
        }

        return article.RuleLanguage != "en"
            && (IsDeclined(mention, names.At(index)!) && EndsAsDative(_words[mention.Last].Form) || TitleBefore(mention.First) is { } title && !IsNominative(title) && EndsAsDative(title));
    }

    private static bool EndsAsDative(string form) => form[^1] is 'у' or 'ю' || form.EndsWith("ові", StringComparison.Ordinal) || form.EndsWith("еві", StringComparison.Ordinal) || form.EndsWith("ой", StringComparison.Ordinal) || form.EndsWith("ій", StringComparison.Ordinal);

    // The role or kind directly before a name: "мэру Громову", «агентству "Интерпорт"».
    private string? TitleBefore(int first)
    {
        var i = first - 1;
        if (i >= 0 && QuoteSigns.Opens(_words[i]))
        {
            i--;
        }

        var titles = names.At(first)?.Type == EntityTypes.Person ? lexicon.Roles : lexicon.Kinds;
        return i >= 0 && _words[i].Sentence == _words[first].Sentence && titles.Contains(_words[i].Form) ? _words[i].Form : null;
    }

    private bool IsNominative(string title) =>
        Same(lexicon.Roles, title) || Same(lexicon.Kinds, title);

    private static bool Same(WordSet words, string form) => words.Nominative(form) is { } nominative && WordForm.Normalize(nominative) == form;

    private static IEnumerable<int> Range(int first, int last) => last < first ? [] : Enumerable.Range(first, last - first + 1);
}
