using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Reads who speaks where the text gives a role and no name beside it: the person whom it called so before, else the role with what belongs to it.</summary>
internal sealed class RolePhrases(ArticleText article, EntityMap names, EntityLexicon lexicon)
{
    private const int Reach = 8;
    private const int Longest = 8;

    // Of a text with thousands of ministers the most mentioned are asked.
    private const int MostHolders = 20;

    private static readonly HashSet<string> English = ["for", "of", "the", "at", "and"];

    private readonly IReadOnlyList<Word> _words = article.Words;
    private readonly Lazy<Dictionary<string, List<NamedEntity>>> _byRole = new(() => ByWord(names.Entities));

    /// <summary>The person and, when the text names none, the phrase; both null when no role in the nominative stands near the verb.</summary>
    public (NamedEntity? Person, string? Phrase) Find(SpeechCandidate speech)
    {
        for (var i = Math.Max(speech.First, speech.Verb - Reach); i <= Math.Min(speech.Last, speech.Verb + 4); i++)
        {
            if (i != speech.Verb && lexicon.Roles.Nominative(_words[i].Form) is { } role && IsSubject(i, role))
            {
                var last = EndOf(i, speech);
                return Holder(role, i, last) is { } person ? (person, null) : (null, Compose(i, role, last));
            }
        }

        return (null, null);
    }

    private bool IsSubject(int index, string role) =>
        names.At(index) is null && !(index + 1 < _words.Count && _words[index + 1].Form == "'s") && (article.RuleLanguage == "en" ? index == 0 || _words[index - 1].Form is not ("to" or "with" or "of") : WordForm.Normalize(role) == _words[index].Form);

    // "пресс-секретарь президента РФ", "spokesman for the Foreign Ministry of Finland": what follows the role up to the verb or a sign.
    private int EndOf(int role, SpeechCandidate speech)
    {
        var last = role;
        while (last < speech.Last && last - role < Longest && article.Adjacent(last) && last + 1 != speech.Verb && Belongs(_words[last + 1]))
        {
            last = names.MentionAt(last + 1)?.Last ?? last + 1;
        }

        return English.Contains(_words[last].Form) ? role : Math.Min(last, speech.Last);
    }

    private bool Belongs(Word word) =>
        word.IsWord && !SpeechVerbs.Is(word.Form, article.RuleLanguage)
        && (article.RuleLanguage == "en" ? word.IsCapitalised || English.Contains(word.Form) : word.IsCapitalised || !StopWords.Contains(word.Form, article.Language) && IsGenitive(word));

    private bool IsGenitive(Word word) =>
        lexicon.Heads.Contains(word.Form) || lexicon.Roles.Contains(word.Form) || SlavicAdjectives.Is(word) || word.Form[^1] is 'а' or 'я' or 'и' or 'ы' or 'і' or 'ї' or 'в' or 'й' && word.Length > 3;

    private string Compose(int index, string role, int last)
    {
        var text = article.RuleLanguage == "en" ? article.Between(UnnamedSources.Begin(article, index), last) : role + article.Text[_words[index].End.._words[last].End];
        return index > 0 && article.RuleLanguage == "en" || !char.IsUpper(text[0]) || text.Length > 1 && char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    // The holder's role must tell all that the phrase tells: "министр обороны" is not the minister of finance.
    private NamedEntity? Holder(string role, int index, int last)
    {
        var asked = Enumerable.Range(index + 1, last - index).Where(i => _words[i].IsWord).Select(i => SurnameForms.Key(_words[i].Form)).ToList();
        return _byRole.Value.GetValueOrDefault(WordForm.Normalize(role), []).Where(person => person.Mentions[0].First < index)
            .FirstOrDefault(person => asked.TrueForAll(WordReader.Forms(person.Role!).Select(SurnameForms.Key).Contains));
    }

    private static Dictionary<string, List<NamedEntity>> ByWord(IReadOnlyList<NamedEntity> entities)
    {
        var byWord = new Dictionary<string, List<NamedEntity>>();
        foreach (var entity in entities.Where(entity => entity.Role is not null))
        {
            foreach (var word in WordReader.Forms(entity.Role!).Distinct())
            {
                if (!byWord.TryGetValue(word, out var holders))
                {
                    byWord[word] = holders = [];
                }

                if (holders.Count < MostHolders)
                {
                    holders.Add(entity);
                }
            }
        }

        return byWord;
    }
}
