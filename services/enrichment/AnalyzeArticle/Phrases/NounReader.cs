using NewsPlatform.Enrichment.AnalyzeArticle.Dates;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Phrases;

/// <summary>Tells the nouns and adjectives of a text and their nominative: by a list in Russian, by endings and by the word before elsewhere.</summary>
internal sealed class NounReader(ArticleText text)
{
    private const int Shortest = 3;

    private static readonly HashSet<string> Leads =
        ["the", "a", "an", "its", "their", "his", "her", "our", "of", "in", "on", "for", "with", "from", "by", "at", "about", "into", "over", "под", "у", "в", "на", "до", "від", "із", "з", "для", "про", "за", "після", "через", "між", "щодо", "без", "проти", "під", "к"];

    private static readonly string[] VerbEndings =
        ["ти", "ться", "тися", "вся", "лася", "лися", "лося", "ють", "уть", "ить", "іть", "ав", "ив", "їв", "ила", "ала", "или", "али", "ило", "ало", "ено", "ано", "ючи", "вши"];

    // They count or place what follows and tell nothing alone.
    private static readonly HashSet<string> Counts =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred", "thousand", "million", "billion", "first", "second", "third", "last", "next", "foot", "front", "same", "other", "many", "several", "half", "least", "most",
         "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать", "пятнадцать", "двадцать", "тридцать", "сорок", "пятьдесят", "сто", "двести", "тысяча", "миллион", "миллиард",
         "замість", "тисяча", "мільйон", "мільярд", "десяток", "сотня", "год", "рік", "року", "років"];

    private static readonly string[] EnglishVerbEndings = ["ly", "ed", "ing"];

    private static readonly (string[] Forms, string Lemma)[] Ukrainian =
    [
        (["ції", "цію", "цією", "цій", "ціях", "ціями"], "ція"), (["ості", "істю", "остей"], "ість"), (["ства", "ству", "ством", "стві"], "ство"), (["цтва", "цтву", "цтвом", "цтві"], "цтво"),
        (["нню", "нням", "нні"], "ння"), (["ттю", "ттям", "тті"], "ття"), (["телі", "теля", "телів", "телем", "телям"], "тель"), (["ників", "никам", "ника", "нику", "ником", "ники"], "ник"),
    ];

    private readonly IReadOnlyList<Word> _words = text.Words;
    private readonly DateWords _dates = DateWords.For(text.RuleLanguage);

    /// <summary>The noun's nominative, as well as the language's rules know it; null when the word is no noun.</summary>
    public string? Noun(int index)
    {
        var word = _words[index];
        if (word.Length < Shortest || word.Shape is not (WordShape.Lower or WordShape.Title) || word.Shape == WordShape.Title && !word.OpensSentence
            || StopWords.Contains(word.Form, text.Language) || SpeechVerbs.Is(word.Form, text.RuleLanguage) || _dates.Months.ContainsKey(word.Form) || _dates.Weekdays.ContainsKey(word.Form))
        {
            return null;
        }

        return Lemma(index) is { } noun && !Counts.Contains(noun) ? noun : null;
    }

    private string? Lemma(int index)
    {
        var word = _words[index];
        return text.Language switch
        {
            "ru" => RussianLemmas.Adjective(word.Form) is null ? RussianLemmas.Noun(word.Form) : null,
            "uk" => UkrainianNoun(index),
            _ => text.RuleLanguage == "en" && IsEnglishNoun(index) ? word.Form : null,
        };
    }

    /// <summary>The adjective before a noun in the nominative that agrees with the noun's; null when the word is no adjective.</summary>
    public string? Adjective(int index, string noun)
    {
        var word = _words[index];
        if (word.Shape != WordShape.Lower && !word.OpensSentence || word.Length < 5 || StopWords.Contains(word.Form, text.Language))
        {
            return null;
        }

        return text.Language switch
        {
            "ru" => RussianLemmas.Adjective(word.Form) is { } adjective ? RussianLemmas.Agreeing(adjective, noun) : null,
            "uk" => SlavicAdjectives.Is(word) ? UkrainianAdjective(word, noun) : null,
            _ => null,
        };
    }

    // A noun whose nominative the endings tell gets the adjective's; of others only what stands in the nominative already is a phrase.
    private static string? UkrainianAdjective(Word word, string noun)
    {
        if (!Array.Exists(Ukrainian, row => noun.EndsWith(row.Lemma, StringComparison.Ordinal)))
        {
            return word.Form.EndsWith("ий", StringComparison.Ordinal) && !(noun[^1] is 'у' or 'ю' or 'а' or 'я' or 'і' or 'и' or 'в') || word.Form[^1] == 'а' && noun[^1] is 'а' or 'я' ? word.Form : null;
        }

        var gender = noun.EndsWith("ість", StringComparison.Ordinal) ? "а" : noun.EndsWith("ння", StringComparison.Ordinal) || noun.EndsWith("ття", StringComparison.Ordinal) ? "о" : noun;
        return SlavicAdjectives.Nominative(word, gender, "uk").ToLowerInvariant();
    }

    private string? UkrainianNoun(int index)
    {
        var word = _words[index];
        if (SlavicAdjectives.Is(word) || word.Length < 4)
        {
            return null;
        }

        foreach (var (forms, lemma) in Ukrainian)
        {
            if (word.Form.EndsWith(lemma, StringComparison.Ordinal))
            {
                return word.Form;
            }

            if (Array.Find(forms, form => word.Form.EndsWith(form, StringComparison.Ordinal)) is { } ending)
            {
                return word.Form[..^ending.Length] + lemma;
            }
        }

        return IsLed(index) && !Array.Exists(VerbEndings, ending => word.Form.EndsWith(ending, StringComparison.Ordinal)) ? word.Form : null;
    }

    private bool IsEnglishNoun(int index) =>
        text.Language == "en" && !Array.Exists(EnglishVerbEndings, ending => _words[index].Form.EndsWith(ending, StringComparison.Ordinal)) && IsLed(index);

    // A preposition, an article or an adjective stands before.
    private bool IsLed(int index) =>
        index > 0 && text.Adjacent(index - 1) && (Leads.Contains(_words[index - 1].Form) || text.RuleLanguage != "en" && SlavicAdjectives.Is(_words[index - 1]));
}
