using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Reads who speaks without a name: "источник в правительстве", "джерело в поліції", "two people familiar with the plan", "forecasters".</summary>
internal sealed class UnnamedSources(ArticleText article, EntityMap names)
{
    private const int Reach = 9;

    // These alone are cited; what residents or experts say is a quotation.
    private static readonly string[] Sources = ["источник", "собеседник", "джерел", "співрозмовник", "source", "insider", "инсайдер", "інсайдер"];

    // "two people familiar with the matter", "люди, знакомые с ходом переговоров": who knows speaks as a source.
    private static readonly string[] Knows = ["familiar", "knowledge", "briefed", "close", "знаком", "близк", "близьк", "наближен", "осведомл", "обізнан", "знайом"];

    // Many a sentence tells what people say; these are sources only when counted or known by what they know.
    private static readonly HashSet<string> Anybody = ["человек", "люди", "людина"];

    private static readonly HashSet<string> NoNouns = ["ago", "later", "earlier", "before", "also", "then"];

    private static readonly HashSet<string> Prepositions = ["на", "в", "у", "за", "про", "через", "под", "під", "о", "об"];

    // "a shopkeeper in the old town said"
    private static readonly HashSet<string> Places = ["in", "at", "from", "near", "outside", "of", "for", "with", "on"];

    private static readonly HashSet<string> Stops = ["and", "but", "as", "while", "that", "because", "which", "who", "if", "when"];

    private static readonly HashSet<string> Counts = ["one", "two", "three", "four", "five", "several", "some", "many", "other", "another"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly SourcePhrase _phrases = new(article, names);
    private readonly CitationWords _citing = CitationWords.For(article.RuleLanguage);
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);

    /// <summary>Whoever without a name is the subject of a verb of saying; null when nobody is.</summary>
    public CitedSource? Subject(int verb, int first, int last) =>
        article.RuleLanguage == "en" ? English(verb, first) : Slavic(verb, first, last);

    /// <summary>Whether its noun says that it is somebody's source and not only somebody who speaks.</summary>
    public static bool IsSource(CitedSource source) => WordReader.Forms(source.Name).Any(form => Sources.Concat(Knows).Any(stem => form.StartsWith(stem, StringComparison.Ordinal)));

    /// <summary>The first word of the English noun phrase that ends in a noun, its article left out.</summary>
    public static int Begin(ArticleText article, int noun)
    {
        var begin = noun;
        while (begin > 0 && noun - begin < Reach && article.Adjacent(begin - 1) && Belongs(article.Words[begin - 1]))
        {
            begin--;
        }

        return begin;
    }

    private static bool Belongs(Word word) =>
        word.IsWord && (Counts.Contains(word.Form) || !StopWords.Contains(word.Form, "en") && !Calendar.IsDay(word.Form) && !SpeechVerbs.Is(word.Form, "en")
            && !word.Form.EndsWith("ly", StringComparison.Ordinal) && !(word.OpensSentence && word.Shape == WordShape.Title && word.Form is "later" or "earlier" or "meanwhile"));

    private CitedSource? Slavic(int verb, int first, int last)
    {
        for (var (i, skipped) = (verb + 1, 0); i <= last && i <= verb + 3 + skipped; i++)
        {
            if (At(i) is { } source)
            {
                return source;
            }

            skipped += SourceCounts.At(article, i).Words > 0 ? 2 : _citing.MediaNouns.Contains(_words[i].Form) ? 1 : 0;

            // Who was told may stand between.
            if (names.MentionAt(i) is { } told)
            {
                skipped += told.Last + 1 - i;
                i = told.Last;
            }

            skipped += QuoteSigns.Opens(_words[i]) || i < last && QuoteSigns.Opens(_words[i - 1]) ? 1 : 0;
        }

        for (var i = verb - 1; i >= first && i >= verb - Reach; i--)
        {
            if (At(i) is { } source)
            {
                return source;
            }
        }

        return null;
    }

    private CitedSource? At(int index)
    {
        if (_citing.Nouns.Nominative(_words[index].Form) is not { } noun || _citing.KindOf(noun) != SourceKinds.Unnamed)
        {
            return null;
        }

        var first = SourceCounts.Before(article, index);
        var counted = first >= 0;
        first = counted ? first : index > 0 && SlavicAdjectives.Is(_words[index - 1]) && article.Adjacent(index - 1) && names.At(index - 1) is null ? index - 1 : index;
        var subject = counted || WordForm.Normalize(noun) == _words[index].Form;
        return subject && !(first > 0 && Prepositions.Contains(_words[first - 1].Form)) && _phrases.At(first) is { Kind: SourceKinds.Unnamed } source && (counted || !Anybody.Contains(noun) || IsSource(source))
            ? source with { Name = Lowered(first, source.Name) }
            : null;
    }

    // A phrase that opens a sentence is not written with a capital elsewhere.
    private string Lowered(int first, string name) =>
        _words[first].OpensSentence && _words[first].Shape == WordShape.Title && names.At(first) is null ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    // Between the noun and the verb stand what belongs to it or a clause in commas: "a source close to the talks said", "one resident, who asked not to be named, told X".
    private CitedSource? English(int verb, int first)
    {
        var last = verb - 1;
        if (last > first && _words[last].Is(','))
        {
            last--;
            while (last > first && verb - last < 2 * Reach && !(_words[last].Is(',') && _words[last + 1].Form is "who" or "speaking"))
            {
                last--;
            }

            last -= _words[last].Is(',') ? 1 : 0;
        }

        for (var i = last; i >= first && last - i < Reach && _words[i].IsWord && !Stops.Contains(_words[i].Form); i--)
        {
            if (_citing.KindOf(_words[i].Form) == SourceKinds.Unnamed)
            {
                var end = _words[last].Form is "has" or "have" or "had" or "also" ? last - 1 : last;
                var begin = Begin(article, i);
                return new CitedSource(Lowered(begin, article.Between(begin, Math.Max(i, end))), SourceKinds.Unnamed);
            }
        }

        for (var i = last; i >= first && last - i < Reach && _words[i].IsWord && !Stops.Contains(_words[i].Form); i--)
        {
            if ((i == last || Places.Contains(_words[i + 1].Form)) && Indefinite(i) is var begin and >= 0)
            {
                return new CitedSource(Lowered(begin, article.Between(begin, last)), SourceKinds.Unnamed);
            }
        }

        return null;
    }

    /// <summary>Where an English phrase begins that brings somebody in ("a former auditor", "three drivers"); -1 when the noun ends none.</summary>
    public int Indefinite(int noun)
    {
        var form = _words[noun].Form;
        if (_words[noun].Shape != WordShape.Lower || names.At(noun) is not null || NoNouns.Contains(form) || StopWords.Contains(form, "en") || _lexicon.Heads.Contains(form) || _citing.KindOf(form) is not (null or SourceKinds.Unnamed))
        {
            return -1;
        }

        var begin = Begin(article, noun);
        return begin < noun && Counts.Contains(_words[begin].Form) || begin > 0 && article.Adjacent(begin - 1) && _words[begin - 1].Form is "a" or "an" ? begin : -1;
    }
}
