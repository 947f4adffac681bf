using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds names in English (and, with less to go by, other languages in Latin script): runs of capitalised words, then what each run is.</summary>
internal sealed class EnglishNameFinder(ArticleText article, EntityLexicon lexicon, NameMap known)
{
    private const int LongestRun = 10;

    private static readonly HashSet<string> PlacePrepositions = ["in", "at", "from", "near", "outside", "across", "around", "through", "into"];

    private static readonly HashSet<string> Particles = ["de", "di", "da", "del", "der", "van", "von", "bin", "ibn", "al", "la", "le", "du", "den", "el"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly HashSet<string> _lower = LowerForms(article);

    public List<Mention> Find()
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (!IsRunWord(i))
            {
                continue;
            }

            var last = EndOfRun(i);
            Classify(mentions, i, last);
            i = last;
        }

        return mentions;
    }

    private static HashSet<string> LowerForms(ArticleText article) =>
        [.. article.Words.Where(word => word.Shape == WordShape.Lower).Select(word => word.Form)];

    private bool IsRunWord(int index)
    {
        var word = _words[index];
        if (!(word.IsCapitalised || word.Shape == WordShape.Initial && word.Text is not ("I" or "A")) || Calendar.IsDay(word.Form))
        {
            return false;
        }

        return !(word.OpensSentence || word.Shape == WordShape.Title) || !NewsPlatform.Text.StopWords.Contains(word.Form, "en");
    }

    private int EndOfRun(int index)
    {
        var last = index;
        while (last - index < LongestRun && Next(last) is var next and > 0)
        {
            last = next;
        }

        return last;
    }

    // The next capitalised word of the run, over an initial's stop, "of", "and" between organisation words or a name's particle.
    private int Next(int last)
    {
        if (!article.Adjacent(last))
        {
            return 0;
        }

        var next = last + 1;
        var skips = _words[next].Is('.') && (_words[last].Shape == WordShape.Initial || lexicon.Roles.Contains(_words[last].Form) && _words[last].Length < 5)
            || _words[next].Is('&')
            || _words[next].Form is "of" && (lexicon.Heads.Contains(_words[last].Form) || lexicon.Roles.Contains(_words[last].Form) || _words[last].Form == "bank")
            || _words[next].Form == "and" && IsHeadAhead(next)
            || Particles.Contains(_words[next].Form);
        if (skips)
        {
            if (!article.Adjacent(next))
            {
                return 0;
            }

            next += _words[next + 1].Form == "the" && article.Adjacent(next + 1) ? 2 : 1;
        }

        return IsRunWord(next) && !StartsAnotherName(last, next) ? next : 0;
    }

    private bool IsHeadAhead(int and) => article.Adjacent(and) && article.Adjacent(and + 1) && _words[and + 1].IsCapitalised && lexicon.Heads.Contains(_words[and + 2].Form) && _words[and + 2].IsCapitalised;

    // "Reuters President Name": a known place or organisation before a role or a given name is a name of its own.
    private bool StartsAnotherName(int last, int next) =>
        known.At(last) is { } name && name.Last == last && (lexicon.Roles.Contains(_words[next].Form) || lexicon.GivenName(_words[next].Form) is not null) && known.At(next) != name;

    private void Classify(List<Mention> mentions, int first, int last)
    {
        while (first <= last && (Calendar.IsPeople(_words[first].Form) || _words[first].OpensSentence && IsCommonOpener(first)) && known.At(first) is null && !HeadWithin(first + 1, last))
        {
            first++;
        }

        var role = last;
        while (role >= first && !lexicon.Roles.Contains(_words[role].Form) && !(_words[role].Is('.') && role > first))
        {
            role--;
        }

        if (role >= first && role < last && !_words[role + 1].Is('.') && !HeadWithin(role + 1, last) && !IsOf(role + 1))
        {
            mentions.Add(new Mention(role + 1, last, EntityTypes.Person));
            return;
        }

        if (first <= last && !(role == last && first == last))
        {
            ClassifyName(mentions, first, last);
        }
    }

    private bool IsOf(int index) => _words[index].Form == "of";

    private bool IsCommonOpener(int index) =>
        _lower.Contains(_words[index].Form) && lexicon.GivenName(_words[index].Form) is null || NewsPlatform.Text.StopWords.Contains(_words[index].Form, "en");

    private void ClassifyName(List<Mention> mentions, int first, int last)
    {
        var whole = known.At(first);
        if (whole is not null && whole.First == first && whole.Last == last)
        {
            return;
        }

        if (HeadWithin(first, last) && last > first)
        {
            mentions.Add(new Mention(first, last, EntityTypes.Organisation));
        }
        else if (lexicon.GivenName(_words[first].Form) is not null && (last > first || !_words[first].OpensSentence) && whole is null or { Count: 1 })
        {
            AddPerson(mentions, first, Math.Min(last, first + 5));
        }
        else if (whole is null && known.At(last) is null && !lexicon.PlaceHeadsAfter.Contains(_words[last].Form)
            && !(last > first && lexicon.PlaceHeadsBefore.Contains(_words[first].Form)))
        {
            ClassifyUnknown(mentions, first, last);
        }
    }

    private void ClassifyUnknown(List<Mention> mentions, int first, int last)
    {
        if (first == last && _words[first].Shape is WordShape.Upper && _words[first].Length is >= 2 and <= 6 && !InCapitals(first))
        {
            mentions.Add(new Mention(first, last, EntityTypes.Organisation));
        }
        else if (first > 0 && article.Adjacent(first - 1) && PlacePrepositions.Contains(_words[first - 1].Form) && last - first < 3)
        {
            mentions.Add(new Mention(first, last, EntityTypes.Place));
        }
        else if (SpeaksBeside(first, last))
        {
            AddPerson(mentions, first, last);
        }
        else if (last > first && last - first < 3 && Enumerable.Range(first, last - first + 1).All(i => _words[i].Shape is WordShape.Title or WordShape.Initial) && !Calendar.IsPeople(_words[last].Form))
        {
            AddPerson(mentions, first, last);
        }
        else if (_words[first].Shape == WordShape.Mixed && !_words[first].OpensSentence)
        {
            mentions.Add(new Mention(first, last, EntityTypes.Organisation));
        }
    }

    private bool SpeaksBeside(int first, int last) =>
        article.Adjacent(last) && SpeechVerbs.Is(_words[last + 1].Form, "en") && _words[first].Shape == WordShape.Title
        || first > 0 && article.Adjacent(first - 1) && _words[first - 1].Form is "said" or "says" or "told";

    private static void AddPerson(List<Mention> mentions, int first, int last) => mentions.Add(new Mention(first, last, EntityTypes.Person));

    private bool HeadWithin(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_words[i].IsCapitalised && lexicon.Heads.Contains(_words[i].Form))
            {
                return true;
            }
        }

        return false;
    }

    private bool InCapitals(int index) =>
        index > 0 && _words[index - 1] is { Shape: WordShape.Upper } || index + 1 < _words.Count && _words[index + 1] is { Shape: WordShape.Upper };
}
