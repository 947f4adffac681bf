using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>What the lists, the rules and the rest of the article say about each word, as bits and small numbers for <see cref="NameFeatures"/>.</summary>
internal sealed class NameEvidence
{
    // A text without an end of sentence is read in pieces, so that memory stays bounded.
    private const int LongestLine = 400;

    private static readonly string[] Patronymics = ["ович", "евич", "овн", "евн", "ьич", "йович", "ивн", "івн"];

    private readonly ArticleText _article;

    private readonly Dictionary<string, int> _writings = [];
    private readonly Dictionary<string, int> _types = [];

    public NameEvidence(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> rules)
    {
        _article = article;
        var words = article.Words;
        Skeletons = new string[words.Count];
        Spellings = new string[words.Count];
        Stems = new string[words.Count];
        Lists = new int[words.Count];
        Outer = new byte[words.Count];
        Inner = new byte[words.Count];
        InQuotes = Quoted(words);
        ReadRules(rules);
        for (var i = 0; i < words.Count; i++)
        {
            Skeletons[i] = words[i].IsWord ? Skeleton.Of(words[i].Form) : words[i].Form;
            Spellings[i] = words[i].IsWord && article.RuleLanguage == "uk" ? RussianCounterpart.Of(words[i].Form) : Skeletons[i];
            Stems[i] = words[i].IsWord ? SurnameForms.Key(Skeletons[i]) : words[i].Form;
            Lists[i] = words[i].IsWord ? ListsOf(lexicon, words[i], Skeletons[i], Stems[i]) : 0;
            if (words[i].IsWord)
            {
                _writings[Stems[i]] = _writings.GetValueOrDefault(Stems[i]) | WritingOf(words[i]);
            }
        }

        foreach (var mention in rules)
        {
            var stem = Stems[mention.Last];
            _types[stem] = _types.GetValueOrDefault(stem) | (1 << (mention.Type[0] % 4)) | (mention.Count > 1 ? 16 << (mention.Type[0] % 4) : 0);
        }
    }

    /// <summary>The words as they are spelt alike in Russian and Ukrainian.</summary>
    public string[] Skeletons { get; }

    /// <summary>The words as the weights know them.</summary>
    public string[] Spellings { get; }

    public string[] Stems { get; }

    /// <summary>Which lists have the word.</summary>
    public int[] Lists { get; }

    /// <summary>Label of the outermost name that the rules find at the word.</summary>
    public byte[] Outer { get; }

    /// <summary>Label of the name inside it.</summary>
    public byte[] Inner { get; }

    /// <summary>0 outside quotation marks, 1 the first word inside, 2 further inside.</summary>
    public byte[] InQuotes { get; }

    /// <summary>How the article writes the word's stem: small, with a capital inside a sentence, in capitals.</summary>
    public int WritingsOf(int index) => _writings.GetValueOrDefault(Stems[index]);

    /// <summary>The types of the names that the rules end in the word's stem anywhere in the article.</summary>
    public int TypesOf(int index) => _types.GetValueOrDefault(Stems[index]);

    /// <summary>First and last word of each sentence or line.</summary>
    public IEnumerable<(int First, int Last)> Lines()
    {
        var first = 0;
        for (var i = 0; i < _article.Words.Count; i++)
        {
            var ends = i - first + 1 == LongestLine || i + 1 == _article.Words.Count || _article.Words[i + 1].Sentence != _article.Words[i].Sentence
                || _article.Text.AsSpan(_article.Words[i].End, _article.Words[i + 1].Start - _article.Words[i].End).IndexOf('\n') >= 0;
            if (ends)
            {
                yield return (first, i);
                first = i + 1;
            }
        }
    }

    private static int WritingOf(Word word) => word.Shape switch
    {
        WordShape.Lower => 1,
        WordShape.Title or WordShape.Mixed => word.OpensSentence ? 0 : 2,
        WordShape.Upper => 4,
        _ => 0,
    };

    private int ListsOf(EntityLexicon lexicon, Word word, string skeleton, string stem)
    {
        var form = word.Form;
        var language = _article.RuleLanguage;
        var filter = NameFilter.Shared;
        var lists = filter.KindsOf(skeleton, stem: false) | (filter.KindsOf(stem, stem: true) << NameFilter.Kinds);
        return lists
            | Bit(8, lexicon.GivenName(form) is not null)
            | Bit(9, lexicon.Heads.Contains(form))
            | Bit(10, lexicon.Kinds.Contains(form))
            | Bit(11, lexicon.Roles.Contains(form))
            | Bit(12, lexicon.PlaceHeadsBefore.Contains(form) || lexicon.PlaceHeadsAfter.Contains(form))
            | Bit(13, lexicon.Works.Contains(form))
            | Bit(14, SpeechVerbs.Is(form, language))
            | Bit(15, NewsPlatform.Text.StopWords.Contains(form, language))
            | Bit(16, SurnameForms.LooksLikeSurname(form))
            | Bit(17, SlavicAdjectives.OfName(word))
            | Bit(18, SlavicAdjectives.Is(word))
            | Bit(19, language == "en" ? Calendar.IsPeople(form) || Calendar.IsDay(form) : Array.Exists(Patronymics, part => form.Contains(part, StringComparison.Ordinal)));
    }

    private static int Bit(int bit, bool set) => set ? 1 << bit : 0;

    private static byte[] Quoted(IReadOnlyList<Word> words)
    {
        var inside = new byte[words.Count];
        var open = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (open >= 0 && (QuoteSigns.Closes(words[open], words[i]) || words[i].Sentence != words[open].Sentence))
            {
                open = -1;
            }
            else if (open < 0 && QuoteSigns.Opens(words[i]))
            {
                open = i;
            }
            else if (open >= 0)
            {
                inside[i] = (byte)(i == open + 1 ? 1 : 2);
            }
        }

        return inside;
    }

    private void ReadRules(IReadOnlyList<Mention> rules)
    {
        var end = -1;
        foreach (var mention in rules.OrderBy(mention => mention.First).ThenByDescending(mention => mention.Last))
        {
            var isOuter = mention.First > end;
            NameLabels.Write(isOuter ? Outer : Inner, mention);
            end = Math.Max(end, mention.Last);
        }
    }
}
