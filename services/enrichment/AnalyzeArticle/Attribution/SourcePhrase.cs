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

    /// <summary>The normal form of the source that begins at the word; null when none does.</summary>
    public string? At(int index)
    {
        if (index >= _words.Count)
        {
            return null;
        }

        if (QuoteSigns.Opens(_words[index]))
        {
            return Quoted(index);
        }

        if (_words[index].Form is "a" or "an" or "the" or "its" && article.Adjacent(index))
        {
            return At(index + 1) is { } source ? source : EnglishNoun(index + 1);
        }

        if (names.MentionAt(index) is { } mention && mention.First == index && !IsOwned(mention.Last))
        {
            return names.At(index)!.Name;
        }

        return article.RuleLanguage == "en" ? EnglishNoun(index) : Noun(index);
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
    private string? Noun(int index)
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
            return Quoted(head + 1);
        }

        var adjectives = Enumerable.Range(index, head - index).Select(i => SlavicAdjectives.Nominative(_words[i], nominative, article.RuleLanguage));
        var last = Tail(head);
        return string.Join(' ', adjectives.Append(nominative)) + article.Text[_words[head].End.._words[last].End];
    }

    private int Tail(int head)
    {
        var last = head;
        while (last - head < Longest && article.Adjacent(last))
        {
            var next = last + 1;
            if (names.MentionAt(next) is { } mention)
            {
                last = mention.Last;
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

    private bool IsDependent(Word word) =>
        word.Shape is WordShape.Lower or WordShape.Title && word.Length > 3
        && !SpeechVerbs.Is(word.Form, article.RuleLanguage) && !NewsPlatform.Text.StopWords.Contains(word.Form, article.RuleLanguage);

    // a statement on the ministry's website, officials, police in Oslo: up to a verb, a conjunction or a sign.
    private string? EnglishNoun(int index)
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

        return last < index || _words[index].Form is "it" or "this" or "his" or "her" or "their" ? null : article.Between(index, last);
    }

    // "Google's blog": the name owns what is meant.
    private bool IsOwned(int last) => article.RuleLanguage == "en" && last + 1 < _words.Count && _words[last + 1].Form == "'s";
}
