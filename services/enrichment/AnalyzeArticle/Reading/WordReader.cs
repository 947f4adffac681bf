using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Reading;

/// <summary>Cuts a text into <see cref="Word"/>s; a site's name with its ending ("gazeta.ru") is one word.</summary>
internal static class WordReader
{
    // A longer "word" is a key or noise: it keeps its place but no finder looks at it.
    private const int LongestWord = 64;

    private static readonly HashSet<string> SiteEndings = ["ru", "ua", "com", "org", "net", "info", "uk", "eu", "by", "kz", "io", "tv", "ру", "рф", "укр"];

    private static readonly string[] AsciiSigns = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private static readonly string[] GeneralSigns = [.. Enumerable.Range(0x2000, 128).Select(code => ((char)code).ToString())];

    /// <summary>The words of a text whose sentences are known.</summary>
    public static List<Word> Read(string text, IReadOnlyList<TextRange> sentences)
    {
        var tokens = JoinSites(text, Tokenizer.Tokenize(text));
        var words = new List<Word>(tokens.Count);
        var sentence = 0;
        var opens = true;
        foreach (var token in tokens)
        {
            while (sentence + 1 < sentences.Count && token.Start >= sentences[sentence + 1].Start)
            {
                sentence++;
                opens = true;
            }

            words.Add(ToWord(text, token, sentence, opens));
            opens = opens && token.Kind == TokenKind.Punctuation || text[token.Start] == ':';
        }

        return words;
    }

    /// <summary>The comparable spellings of the words and signs of a short text.</summary>
    public static IEnumerable<string> Forms(string text) =>
        JoinSites(text, Tokenizer.Tokenize(text)).Select(token => WordForm.Normalize(token.In(text)));

    private static Word ToWord(string text, Token token, int sentence, bool opens)
    {
        if (token.Kind == TokenKind.Punctuation)
        {
            var sign = SignAt(text, token);
            return new Word { Start = token.Start, Length = token.Length, Text = sign, Form = sign, Shape = WordShape.Sign, Sentence = sentence, OpensSentence = opens };
        }

        var noise = token.Length > LongestWord;
        var content = noise ? "" : text.Substring(token.Start, token.Length);
        return new Word
        {
            Start = token.Start,
            Length = token.Length,
            Text = content,
            Form = WordForm.Normalize(content),
            Shape = noise ? WordShape.Number : ShapeOf(content, token.Kind),
            Sentence = sentence,
            OpensSentence = opens,
        };
    }

    // Signs are most of a hostile text and a sixth of any other: no string is made for them.
    private static string SignAt(string text, Token token) =>
        token.Length == 1 && text[token.Start] < 128 ? AsciiSigns[text[token.Start]]
        : token.Length == 1 && text[token.Start] is >= '\u2000' and < '\u2080' ? GeneralSigns[text[token.Start] - '\u2000']
        : text.Substring(token.Start, token.Length);

    private static WordShape ShapeOf(string content, TokenKind kind)
    {
        if (kind == TokenKind.Number)
        {
            return WordShape.Number;
        }

        var letters = content.Count(char.IsLetter);
        var capitals = content.Count(char.IsUpper);
        if (capitals == 0)
        {
            return WordShape.Lower;
        }

        if (capitals == letters)
        {
            return letters == 1 && content.Length == 1 ? WordShape.Initial : WordShape.Upper;
        }

        return char.IsUpper(content[0]) && CapitalsOpenParts(content) ? WordShape.Title : WordShape.Mixed;
    }

    private static bool CapitalsOpenParts(string content)
    {
        for (var i = 1; i < content.Length; i++)
        {
            if (char.IsUpper(content[i]) && char.IsLetterOrDigit(content[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<Token> JoinSites(string text, IReadOnlyList<Token> tokens)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (i + 2 < tokens.Count && token.Kind == TokenKind.Word && text[tokens[i + 1].Start] == '.' && IsSiteEnding(text, token, tokens[i + 2]))
            {
                token = new Token(token.Start, tokens[i + 2].End - token.Start, TokenKind.Word);
                i += 2;
            }

            AddParts(joined, text, token);
        }

        return joined;
    }

    // "Ellery's" is the name and what owns: two words.
    private static void AddParts(List<Token> joined, string text, Token token)
    {
        var owns = token.Length > 3 && token.Kind == TokenKind.Word && text[token.End - 1] == 's' && (text[token.End - 2] is '\'' or '’');
        joined.Add(owns ? new Token(token.Start, token.Length - 2, TokenKind.Word) : token);
        if (owns)
        {
            joined.Add(new Token(token.End - 2, 2, TokenKind.Word));
        }
    }

    private static bool IsSiteEnding(string text, Token name, Token ending) =>
        ending.Kind == TokenKind.Word && ending.Start == name.End + 1 && ending.Length <= 4
        && SiteEndings.Contains(WordForm.Normalize(ending.In(text)));
}
