using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Phrases;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads the source that stands at a place of the text: a name, a quoted name, or a noun with what belongs to it ("сайт Госдепа").</summary>
internal sealed class SourcePhrase(ArticleText article, EntityMap names)
{
    private const int Longest = 7;

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);
    private readonly CapitalisedNames _capitalised = new(article);
    private readonly IReadOnlyList<Word> _words = article.Words;

    private static readonly string[] Close = ["близк", "знаком", "осведомл", "наближен", "близьк", "обізнан", "знайом"];

    /// <summary>The source that begins at the word; null when none does.</summary>
    public CitedSource? At(int index)
    {
        if (index >= _words.Count)
        {
            return null;
        }

        if (QuoteSigns.Opens(_words[index]))
        {
            return Quoted(index) is { } name ? new CitedSource(name, SourceKinds.Medium, names.At(index + 1)) : null;
        }

        if (_words[index].Form is "a" or "an" or "the" or "its" && article.Adjacent(index))
        {
            return At(index + 1) is { } source ? source : EnglishNoun(index + 1);
        }

        if (names.MentionAt(index) is { } mention && mention.First == index && !IsOwned(mention.Last))
        {
            return new CitedSource(names.At(index)!.Name, KindOf(names.At(index)!, mention), names.At(index));
        }

        return _capitalised.From(index) ?? (article.RuleLanguage == "en" ? EnglishNoun(index) : Noun(index));
    }

    /// <summary>The nearest document before a word: "a letter seen by", «документы, с которыми ознакомился»; null when none stands there.</summary>
    public CitedSource? DocumentBefore(int index, int first)
    {
        for (var i = index - 1; i >= first && i > index - 2 * Longest; i--)
        {
            if (_citing.KindOf(_citing.Nouns.Nominative(_words[i].Form) ?? _words[i].Form) == SourceKinds.Document)
            {
                return article.RuleLanguage == "en" ? new CitedSource(article.Between(UnnamedSources.Begin(article, i), i), SourceKinds.Document) : At(i);
            }
        }

        return null;
    }

    /// <summary>What a named source is, by its type, the noun before it and its own words.</summary>
    public string KindOf(NamedEntity entity, Mention mention)
    {
        if (_citing.IsMedium(_words[mention.Last].Form) || _citing.IsMedium(_words[mention.First].Form))
        {
            return SourceKinds.Medium;
        }

        var before = mention.First - 1;
        before -= before > 0 && QuoteSigns.Opens(_words[before]) ? 1 : 0;
        return entity.Type == EntityTypes.Person ? SourceKinds.Person
            : _citing.MediaNouns.Contains(_words[mention.First].Form) || before >= 0 && _citing.MediaNouns.Contains(_words[before].Form) && _words[before].Sentence == _words[mention.First].Sentence ? SourceKinds.Medium
            : SourceKinds.Body;
    }

    /// <summary>The name between quotation marks; null when it is long or does not end.</summary>
    private string? Quoted(int open)
    {
        for (var i = open + 2; i < _words.Count && i <= open + Longest && _words[i].Sentence == _words[open].Sentence; i++)
        {
            if (QuoteSigns.Closes(_words[open], _words[i]))
            {
                return names.At(open + 1) is { Type: EntityTypes.Organisation } named && names.MentionAt(open + 1)!.First == open + 1
                    ? named.Name
                    : QuotedNames.Nominative(article, open + 1, i - 1);
            }
        }

        return null;
    }

    // сайт Госдепа, официальный сайт министерства, пресс-служба МВД Украины: the noun in the nominative, the rest as it stands.
    private CitedSource? Noun(int index)
    {
        var (count, counted) = SourceCounts.At(article, index);
        var head = index += counted;
        while (head - index < 2 && (SlavicAdjectives.Is(_words[head]) || article.RuleLanguage == "ru" && _words[head].Form.EndsWith("ом", StringComparison.Ordinal) && RussianLemmas.Adjective(_words[head].Form) is not null) && !_citing.Nouns.Contains(_words[head].Form) && article.Adjacent(head))
        {
            head++;
        }

        var nominative = _citing.Nouns.Nominative(_words[head].Form) ?? _lexicon.Heads.Nominative(_words[head].Form);
        if (nominative is null)
        {
            return null;
        }

        if (article.Adjacent(head) && _lexicon.Kinds.Contains(_words[head].Form) && QuoteSigns.Opens(_words[head + 1]))
        {
            return Quoted(head + 1) is { } name ? new CitedSource(name, _citing.KindOf(nominative) ?? SourceKinds.Body, names.At(head + 2)) : null;
        }

        if (Named(head) is { } person)
        {
            return new CitedSource(person.Name, SourceKinds.Person, person);
        }

        var adjectives = Enumerable.Range(index, head - index).Select(i => Adjective(_words[i], nominative));
        var last = Tail(head);
        var source = string.Join(' ', count is null ? adjectives.Append(nominative) : [count, article.Between(index, head)]) + article.Text[_words[head].End.._words[last].End];
        var kind = _citing.KindOf(nominative) ?? SourceKinds.Body;
        return new CitedSource(source, kind) { Of = kind == SourceKinds.Unnamed ? MediumOf(head, last) : null };
    }

    private string Adjective(Word word, string noun) =>
        SlavicAdjectives.Is(word) || RussianLemmas.Adjective(word.Form) is not { } lemma ? SlavicAdjectives.Nominative(word, noun, article.RuleLanguage) : RussianLemmas.Agreeing(lemma, noun);

    // "источники Bloomberg", «собеседник газеты "Труд"», «собеседник "Деловой недели" в банке»: the medium that they spoke to.
    private CitedSource? MediumOf(int head, int last)
    {
        var next = head < last && _lexicon.Kinds.Contains(_words[head + 1].Form) ? head + 2 : head + 1;
        if (next <= last && QuoteSigns.Opens(_words[next]))
        {
            return Quoted(next) is { } name ? new CitedSource(name, SourceKinds.Medium, names.At(next + 1)) : null;
        }

        return next <= last && names.MentionAt(next) is { } mention && KindOf(names.At(next)!, mention) == SourceKinds.Medium ? new CitedSource(names.At(next)!.Name, SourceKinds.Medium, names.At(next)) : null;
    }

    private int Tail(int head)
    {
        var last = head;
        while (last - head < Longest && article.Adjacent(last))
        {
            var next = last + 1;
            if (QuoteSigns.Opens(_words[next]) && CloseOfQuoted(next) is var close and > 0)
            {
                last = close;
            }
            else if (names.MentionAt(next) is { } mention && (mention.Type != EntityTypes.Person || Declined(next)))
            {
                last = CloseOf(mention);
            }
            else if (last - head < 6 && _words[next].Form is "в" or "у" or "на" or "во" && article.Adjacent(next) && _citing.KindOf(_citing.Nouns.Nominative(_words[head].Form) ?? "") == SourceKinds.Unnamed)
            {
                last = names.MentionAt(next + 1)?.Last ?? next + 1;
            }
            else if (IsDependent(_words[next]))
            {
                last = next;
            }
            else
            {
                break;
            }
        }

        return CloseTo(head, last);
    }

    // «источник, близкий к совету директоров», "джерело, обізнане з переговорами"
    private int CloseTo(int head, int last)
    {
        if (last + 4 >= _words.Count || !_words[last + 1].Is(',') || !Close.Any(stem => _words[last + 2].Form.StartsWith(stem, StringComparison.Ordinal)) || _words[last + 3].Form is not ("к" or "с" or "до" or "з" or "із" or "зі" or "со" or "о" or "об" or "про"))
        {
            return last;
        }

        var end = names.MentionAt(last + 4)?.Last ?? last + 4;
        while (end - head < 2 * Longest && article.Adjacent(end) && IsDependent(_words[end + 1]) && !_words[end + 1].IsCapitalised)
        {
            end = names.MentionAt(end + 1)?.Last ?? end + 1;
        }

        return end;
    }

    // «звіт "Газтрансу"»: a short name; 0 for longer words and what somebody said.
    private int CloseOfQuoted(int open)
    {
        for (var i = open + 1 < _words.Count && _words[open + 1].IsCapitalised ? open + 2 : _words.Count; i < _words.Count && i <= open + 5 && _words[i].Sentence == _words[open].Sentence; i++)
        {
            if (QuoteSigns.Closes(_words[open], _words[i]))
            {
                return i;
            }
        }

        return 0;
    }

    // The mark that closes a name belongs to it where its opening one stands inside.
    private int CloseOf(Mention mention) =>
        mention.Last + 1 < _words.Count && Enumerable.Range(mention.First, mention.Count).Any(i => QuoteSigns.Opens(_words[i]) && QuoteSigns.Closes(_words[i], _words[mention.Last + 1]))
        && !Enumerable.Range(mention.First, mention.Count).Any(i => _words[i].Is('»'))
            ? mention.Last + 1
            : mention.Last;

    // "представитель МИД Мария Захарова": the person beside the noun is who is meant.
    private NamedEntity? Named(int head)
    {
        var next = head + 1;
        while (next < _words.Count && next - head < Longest && article.Adjacent(next - 1))
        {
            if (names.At(next) is { Type: EntityTypes.Person } person)
            {
                return names.MentionAt(next)!.First == next && !Declined(next) ? person : null;
            }

            if (names.MentionAt(next) is null && !IsDependent(_words[next]))
            {
                return null;
            }

            next = names.MentionAt(next)?.Last + 1 ?? next + 1;
        }

        return null;
    }

    private bool Declined(int person) => !string.Equals(names.At(person)!.Name, article.Between(names.MentionAt(person)!.First, names.MentionAt(person)!.Last), StringComparison.OrdinalIgnoreCase);

    private bool IsDependent(Word word) =>
        word.Shape is WordShape.Lower or WordShape.Title && word.Length > 3
        && !SpeechVerbs.Is(word.Form, article.RuleLanguage) && !NewsPlatform.Text.StopWords.Contains(word.Form, article.RuleLanguage);

    // a statement on the ministry's website, officials, police in Oslo: up to a verb, a conjunction or a sign.
    private CitedSource? EnglishNoun(int index)
    {
        var last = index - 1;
        for (var i = index; i < _words.Count && i - index < Longest; i++)
        {
            var word = _words[i];
            if (!word.IsWord && (word.Shape != WordShape.Number || i == index || !_words[i - 1].IsCapitalised) || word.Form is "seen" or "obtained" or "reviewed" or "that" or "which" or "who" or "and" or "but" or "as" or "said" or "has" or "had" or "is" or "was" || SpeechVerbs.Is(word.Form, "en") && i > index)
            {
                break;
            }

            last = i;
            if (!article.Adjacent(i))
            {
                break;
            }
        }

        if (last < index || _words[index].Form is "it" or "this" or "his" or "her" or "their")
        {
            return null;
        }

        var kind = Enumerable.Range(index, last - index + 1).Select(i => _citing.KindOf(_words[i].Form)).FirstOrDefault(kind => kind is not null);
        return new CitedSource(article.Between(index, last), kind ?? SourceKinds.Unnamed);
    }

    // "Google's blog": the name owns what is meant.
    private bool IsOwned(int last) => article.RuleLanguage == "en" && last + 1 < _words.Count && _words[last + 1].Form == "'s";
}
