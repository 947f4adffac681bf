using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Reading;

/// <summary>An article's text cut into sentences and words once, for all finders.</summary>
internal sealed class ArticleText
{
    private ArticleText(string text, string language, IReadOnlyList<TextRange> sentences, IReadOnlyList<Word> words)
    {
        Text = text;
        Language = language;
        Sentences = sentences;
        Words = words;
        FirstWords = FindFirstWords(words, sentences.Count);
    }

    public string Text { get; }

    /// <summary>ISO 639-1 code or <c>und</c>.</summary>
    public string Language { get; }

    /// <summary>The language whose rules are used: ru also for be and bg, en for every language in Latin script.</summary>
    public string RuleLanguage => Language switch
    {
        "uk" => "uk",
        "ru" or "be" or "bg" or "kk" or "sr" or "mk" => "ru",
        _ => "en",
    };

    public IReadOnlyList<TextRange> Sentences { get; }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>Index of each sentence's first word, and the count of words at the end.</summary>
    public IReadOnlyList<int> FirstWords { get; }

    public static ArticleText Read(string text, string language)
    {
        var sentences = SentenceSplitter.Split(text, language);
        return new ArticleText(text, language, sentences, WordReader.Read(text, sentences));
    }

    /// <summary>Whether two neighbouring words stand side by side on one line.</summary>
    public bool Adjacent(int index) =>
        index + 1 < Words.Count && Words[index].Sentence == Words[index + 1].Sentence
        && Words[index + 1].Start - Words[index].End <= 3
        && Text.AsSpan(Words[index].End, Words[index + 1].Start - Words[index].End).IndexOf('\n') < 0;

    /// <summary>The characters from one word to another, inclusive.</summary>
    public string Between(int firstWord, int lastWord) => Text[Words[firstWord].Start..Words[lastWord].End];

    private static int[] FindFirstWords(IReadOnlyList<Word> words, int sentences)
    {
        var first = new int[sentences + 1];
        var next = 0;
        for (var i = 0; i < words.Count; i++)
        {
            while (next <= words[i].Sentence)
            {
                first[next++] = i;
            }
        }

        Array.Fill(first, words.Count, next, first.Length - next);
        return first;
    }
}
