using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Picks what an article is about: its main names in normal form and its frequent words as they stand in the text.</summary>
internal static class KeywordPicker
{
    private const int Most = 10;
    private const double TitleWeight = 3;
    private const double NameWeight = 2;
    private const int LeadSentences = 3;

    public static IReadOnlyList<string> Pick(ArticleText title, ArticleText body, IReadOnlyList<NamedEntity> entities)
    {
        var candidates = new Dictionary<string, Candidate>();
        AddNames(candidates, title, body, entities);
        var named = entities.SelectMany(entity => entity.Mentions).SelectMany(mention => Enumerable.Range(mention.First, mention.Count)).ToHashSet();
        AddWords(candidates, title, static _ => TitleWeight, []);
        AddWords(candidates, body, static word => word.Sentence < LeadSentences ? 1.5 : 1, named);

        var picked = new List<string>();
        foreach (var candidate in candidates.Values.Where(candidate => candidate.Weight >= 2).OrderByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.Order))
        {
            if (picked.Count < Most && !picked.Exists(name => name.Contains(candidate.Display, StringComparison.OrdinalIgnoreCase)))
            {
                picked.Add(candidate.Display);
            }
        }

        return picked;
    }

    private static void AddNames(Dictionary<string, Candidate> candidates, ArticleText title, ArticleText body, IReadOnlyList<NamedEntity> entities)
    {
        var titleStems = title.Words.Select(word => Stemmer.Stem(word.Form, body.Language)).ToHashSet();
        foreach (var entity in entities)
        {
            var inTitle = titleStems.Contains(Stemmer.Stem(body.Words[entity.Mentions[0].Last].Form, body.Language));
            var candidate = CandidateFor(candidates, entity.Name.ToLowerInvariant(), entity.Name);
            candidate.Weight += entity.Mentions.Count * NameWeight + (inTitle ? TitleWeight : 0);
        }
    }

    private static void AddWords(Dictionary<string, Candidate> candidates, ArticleText text, Func<Word, double> weight, HashSet<int> named)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (named.Contains(i) || !IsTelling(word, text))
            {
                continue;
            }

            var stem = Stemmer.Stem(word.Form, text.Language);
            var candidate = CandidateFor(candidates, stem, Display(word));
            candidate.Weight += weight(word);
            candidate.Count(Display(word));
        }
    }

    private static Candidate CandidateFor(Dictionary<string, Candidate> candidates, string key, string display)
    {
        if (!candidates.TryGetValue(key, out var candidate))
        {
            candidates[key] = candidate = new Candidate(display, candidates.Count);
        }

        return candidate;
    }

    private static bool IsTelling(Word word, ArticleText text) =>
        word.IsWord && word.Length > 3 && !StopWords.Contains(word.Form, text.Language)
        && !Quotes.SpeechVerbs.Is(word.Form, text.RuleLanguage) && !SlavicAdjectives.Is(word);

    private static string Display(Word word) => word.OpensSentence && word.Shape == WordShape.Title ? word.Text.ToLowerInvariant() : word.Text;

    private sealed class Candidate(string display, int order)
    {
        private readonly Dictionary<string, int> _forms = [];

        public double Weight { get; set; }

        public int Order => order;

        /// <summary>The most frequent form, the shortest of equals: usually the nominative.</summary>
        public string Display => _forms.Count == 0 ? display : _forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key.Length).First().Key;

        public void Count(string form) => _forms[form] = _forms.GetValueOrDefault(form) + 1;
    }
}
