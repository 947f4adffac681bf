using NewsPlatform.Text.Sentences;

namespace NewsPlatform.Text;

/// <summary>Finds the sentences of a text by its stops; an empty line always ends one.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences in order, without the white space around them.</summary>
    public static IReadOnlyList<TextRange> Split(string text, string language)
    {
        var sentences = new List<TextRange>();
        var abbreviations = Abbreviations.For(language);
        var start = 0;
        var position = 0;
        while (position < text.Length)
        {
            var end = EndOfSentenceAt(text, start, position, abbreviations);
            if (end > 0)
            {
                Add(sentences, text, start, end);
                start = end;
            }

            position = end > 0 ? end : position + 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    // Where the sentence ends if its stop (or an empty line) stands at the position; 0 otherwise.
    private static int EndOfSentenceAt(string text, int start, int position, Abbreviations abbreviations)
    {
        var character = text[position];
        if (character == '\n')
        {
            return IsEmptyLine(text, position) ? position + 1 : 0;
        }

        if (!IsStop(character))
        {
            return 0;
        }

        var end = SkipClosers(text, SkipStops(text, position));
        var single = character == '.' && (position + 1 == text.Length || !IsStop(text[position + 1]));
        if (end < text.Length && !char.IsWhiteSpace(text[end]) && !IsFullWidthStop(character))
        {
            return 0;
        }

        return BeginsSentence(text, end) && !(single && abbreviations.GoOnAfter(text, start, position)) ? end : 0;
    }

    private static bool IsEmptyLine(string text, int newline)
    {
        for (var i = newline + 1; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n')
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipStops(string text, int position)
    {
        while (position < text.Length && IsStop(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int SkipClosers(string text, int position)
    {
        while (position < text.Length && text[position] is '»' or '”' or '“' or '"' or '’' or '\'' or ')' or ']' or '›' or '」' or '』')
        {
            position++;
        }

        return position;
    }

    // A stop ends a sentence unless what follows begins small: "…" he said.
    private static bool BeginsSentence(string text, int position)
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        return position == text.Length || !char.IsLower(text[position]);
    }

    private static bool IsStop(char character) => character is '.' or '!' or '?' or '…' || IsFullWidthStop(character);

    private static bool IsFullWidthStop(char character) => character is '。' or '！' or '？' or '।';

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end - start));
        }
    }
}
