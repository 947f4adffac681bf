using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads the source that stands at a place of the text: a name, a quoted name, or a noun with what belongs to it ("сайт Госдепа").</summary>
internal sealed class SourcePhrase(ArticleText article, EntityMap names)
{
    private const int Longest = 7;

    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);
    private readonly IReadOnlyList<Word> _words = article.Words;

    /// <summary>The source that begins at the word; null when none does.</summary>
    public CitedSource? At(int index)
    {
        if (index >= _words.Count)
        {
            return null;
        }

        if (QuoteSigns.Opens(_words[index]))
        {
            return Quoted(index) is { } name ? new CitedSource(name, SourceKinds.Medium) : null;
        }

        if (_words[index].Form is "a" or "an" or "the" or "its" && article.Adjacent(index))
        {
            return At(index + 1) is { } source ? source : EnglishNoun(index + 1);
        }

        if (names.MentionAt(index) is { } mention && mention.First == index && !IsOwned(mention.Last))
        {
            return new CitedSource(names.At(index)!.Name, KindOf(names.At(index)!, mention));
        }

        return article.RuleLanguage == "en" ? EnglishNoun(index) : LatinMedium(index) ?? Noun(index);
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
                    : article.Between(open + 1, i - 1);
            }
        }

        return null;
    }

    // сайт Госдепа, официальный сайт министерства, пресс-служба МВД Украины: the noun in the nominative, the rest as it stands.
    private CitedSource? Noun(int index)
    {
        var head = index;
        while (head - index < 2 && SlavicAdjectives.Is(_words[head]) && !_citing.Nouns.Contains(_words[head].Form) && article.Adjacent(head))
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
            return Quoted(head + 1) is { } name ? new CitedSource(name, _citing.KindOf(nominative) ?? SourceKinds.Body) : null;
        }

        if (Named(head) is { } person)
        {
            return new CitedSource(person.Name, SourceKinds.Person);
        }

        var adjectives = Enumerable.Range(index, head - index).Select(i => SlavicAdjectives.Nominative(_words[i], nominative, article.RuleLanguage));
        var last = Tail(head);
        var source = string.Join(' ', adjectives.Append(nominative)) + article.Text[_words[head].End.._words[last].End];
        return new CitedSource(source, _citing.KindOf(nominative) ?? SourceKinds.Body);
    }

    private int Tail(int head)
    {
        var last = head;
        while (last - head < Longest && article.Adjacent(last))
        {
            var next = last + 1;
            if (names.MentionAt(next) is { } mention && (mention.Type != EntityTypes.Person || Declined(next)))
            {
                last = CloseOf(mention);
            }
            else if (last - head < 6 && _words[next].Form is "в" or "у" && article.Adjacent(next) && _citing.KindOf(_citing.Nouns.Nominative(_words[head].Form) ?? "") == SourceKinds.Unnamed)
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

        return last;
    }

    // The mark that closes a name belongs to it where its opening one stands inside.
    private int CloseOf(Mention mention) =>
        mention.Last + 1 < _words.Count && Enumerable.Range(mention.First, mention.Count).Any(i => QuoteSigns.Opens(_words[i]) && QuoteSigns.Closes(_words[i], _words[mention.Last + 1]))
        && !Enumerable.Range(mention.First, mention.Count).Any(i => _words[i].Is('»'))
            ? mention.Last + 1
            : mention.Last;

    // Financial Times: Latin words of which the last one is a medium's.
    private CitedSource? LatinMedium(int index)
    {
        var last = index;
        while (last + 1 < _words.Count && last - index < Longest && article.Adjacent(last) && _words[last + 1].IsLatin && _words[last + 1].IsCapitalised)
        {
            last++;
        }

        return _words[index].IsLatin && _words[index].IsCapitalised && _citing.IsMedium(_words[last].Form) ? new CitedSource(article.Between(index, last), SourceKinds.Medium) : null;
    }

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
            if (!word.IsWord || word.Form is "that" or "which" or "who" or "and" or "but" or "as" or "said" or "has" or "had" or "is" or "was" || SpeechVerbs.Is(word.Form, "en") && i > index)
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
