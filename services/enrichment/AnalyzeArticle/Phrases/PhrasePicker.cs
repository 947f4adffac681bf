using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Phrases;

/// <summary>Picks what an article is about, in normal form: its main names, its telling nouns, and nouns with their adjective or what they are of. No verb is one.</summary>
internal static class PhrasePicker
{
    private const int Most = 10;
    private const int MostNames = 5;
    private const double TitleWeight = 3;
    private const double LeadWeight = 1.5;
    private const double NameWeight = 2;
    private const double PhraseWeight = 2;
    private const int LeadSentences = 3;

    // A word said once below the lead tells little.
    private const double Least = 1.3;

    /// <summary>Names and single nouns, and names and phrases; the most telling first.</summary>
    public static (IReadOnlyList<string> Keywords, IReadOnlyList<string> Phrases) Pick(ArticleText title, ArticleText body, IReadOnlyList<NamedEntity> entities)
    {
        var candidates = new Dictionary<string, Candidate>();
        AddNames(candidates, title, body, entities);
        var named = entities.SelectMany(entity => entity.Mentions).SelectMany(mention => Enumerable.Range(mention.First, mention.Count)).ToHashSet();
        AddNouns(candidates, title, static _ => TitleWeight, []);
        AddNouns(candidates, body, static word => word.Sentence < LeadSentences ? LeadWeight : 1, named);

        // Where no list tells the nouns, only words that come together again are a phrase.
        var leastTogether = body.Language == "ru" ? 1 : 2;
        var ranked = candidates.Values.Where(candidate => candidate.Weight >= Least && (candidate.Kind != Kind.Phrase || candidate.Count >= leastTogether)).OrderByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.Order).ToList();
        return ([.. ranked.Where(candidate => candidate.Kind != Kind.Phrase).Take(Most).Select(candidate => candidate.Display)], Phrases(ranked));
    }

    // A noun that stands in a phrase picked already, or in a name, tells nothing more.
    private static List<string> Phrases(List<Candidate> ranked)
    {
        var picked = new List<Candidate>();
        foreach (var candidate in ranked)
        {
            if (picked.Count == 2 * Most)
            {
                break;
            }

            if (picked.Exists(other => other.Holds(candidate.Display)) || candidate.Kind == Kind.Name && picked.Count(other => other.Kind == Kind.Name) == MostNames)
            {
                continue;
            }

            picked.RemoveAll(other => other.Kind == Kind.Noun && candidate.Holds(other.Display));
            picked.Add(candidate);
        }

        return [.. picked.Take(Most).Select(candidate => candidate.Display)];
    }

    private static void AddNames(Dictionary<string, Candidate> candidates, ArticleText title, ArticleText body, IReadOnlyList<NamedEntity> entities)
    {
        var titleStems = title.Words.Select(word => Stemmer.Stem(word.Form, body.Language)).ToHashSet();
        foreach (var entity in entities)
        {
            var inTitle = titleStems.Contains(Stemmer.Stem(body.Words[entity.Mentions[0].Last].Form, body.Language));
            Add(candidates, entity.Name, Kind.Name, (entity.Mentions.Count * NameWeight) + (inTitle ? TitleWeight : 0));
        }
    }

    private static void AddNouns(Dictionary<string, Candidate> candidates, ArticleText text, Func<Word, double> weight, HashSet<int> named)
    {
        var nouns = new NounReader(text);
        var background = BackgroundTerms.Of(text.Language);
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (named.Contains(i) || nouns.Noun(i) is not { } noun)
            {
                continue;
            }

            var telling = weight(text.Words[i]) * Rarity(background, noun, text.Language);
            Add(candidates, noun, Kind.Noun, telling);
            if (Phrase(text, nouns, i, noun, named) is { } phrase)
            {
                Add(candidates, phrase.Display, Kind.Phrase, telling * PhraseWeight, phrase.Parts);
            }
        }
    }

    // новый договор, договор аренды, quota system
    private static (string Display, string[] Parts)? Phrase(ArticleText text, NounReader nouns, int index, string noun, HashSet<int> named)
    {
        if (index > 0 && text.Adjacent(index - 1) && !named.Contains(index - 1) && nouns.Adjective(index - 1, noun) is { } adjective)
        {
            return ($"{adjective} {noun}", [noun]);
        }

        if (!text.Adjacent(index) || named.Contains(index + 1))
        {
            return null;
        }

        var next = text.Words[index + 1];
        if (text.RuleLanguage == "en")
        {
            return next.Shape == WordShape.Lower && next.Length > 3 && !StopWords.Contains(next.Form, text.Language) && !Quotes.SpeechVerbs.Is(next.Form, "en") && EndsPhrase(text, index + 1) ? ($"{noun} {next.Form}", [noun, next.Form]) : null;
        }

        return nouns.Noun(index + 1) is { } second && second != next.Form && IsGenitive(next.Form) ? ($"{noun} {next.Form}", [noun, second]) : null;
    }

    private static bool IsGenitive(string form) =>
        form[^1] is 'а' or 'я' or 'ы' or 'и' or 'і' or 'ї' || form.EndsWith("ов", StringComparison.Ordinal) || form.EndsWith("ев", StringComparison.Ordinal) || form.EndsWith("ів", StringComparison.Ordinal) || form.EndsWith("ей", StringComparison.Ordinal) || form.EndsWith("ий", StringComparison.Ordinal);

    // Without a list of nouns only a sign, a preposition or a verb's helper behind shows that the words end with one.
    private static bool EndsPhrase(ArticleText text, int index) =>
        !(text.Words[index].Form.EndsWith("ed", StringComparison.Ordinal) || text.Words[index].Form.EndsWith("ly", StringComparison.Ordinal) || text.Words[index].Form.EndsWith("ing", StringComparison.Ordinal))
        && (index + 1 == text.Words.Count || !text.Words[index + 1].IsWord || text.Words[index + 1].Form is "of" or "in" or "on" or "for" or "with" or "from" or "is" or "was" or "were" or "are" or "will" or "would" or "has" or "had" or "have" or "and" or "or" or "to" or "by" or "at");

    // 1 for a word that the language's sentences hardly hold, less for a common one.
    private static double Rarity(BackgroundTerms background, string noun, string language)
    {
        var common = SearchText.IndexTerms(noun, language).Select(background.Count).DefaultIfEmpty(0).Max();
        return 1 - (Math.Log(1 + common) / Math.Log(2 + background.Documents));
    }

    private static void Add(Dictionary<string, Candidate> candidates, string display, Kind kind, double weight, string[]? parts = null)
    {
        var key = display.ToLowerInvariant();
        if (!candidates.TryGetValue(key, out var candidate))
        {
            candidates[key] = candidate = new Candidate(display, kind, candidates.Count, parts ?? []);
        }

        candidate.Weight += weight;
        candidate.Count++;
    }

    private enum Kind
    {
        Name,
        Noun,
        Phrase,
    }

    private sealed class Candidate(string display, Kind kind, int order, string[] parts)
    {
        public double Weight { get; set; }

        public int Count { get; set; }

        public string Display => display;

        public Kind Kind => kind;

        public int Order => order;

        /// <summary>Whether the other one tells nothing beside this one: a noun of this phrase, a word of this name.</summary>
        public bool Holds(string other) =>
            Array.Exists(parts, part => part == other) || display.Length > other.Length && $" {display} ".Contains($" {other} ", StringComparison.OrdinalIgnoreCase);
    }
}
