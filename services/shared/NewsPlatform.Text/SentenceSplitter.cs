using NewsPlatform.Text.Sentences;

namespace NewsPlatform.Text;

/// <summary>
/// Finds the sentences of a text by their stops. Abbreviations, initials, numbers and stops before a small letter do not end one;
/// quotes and brackets after the stop belong to it; an empty line always ends one.
/// </summary>
public static class SentenceSplitter
{
    // How far behind a stop the next word is sought; more signs than that are an ornament.
    private const int MaximumSignsBetween = 40;

    /// <summary>The sentences in order, without the white space around them. An unknown language is split by the rules that all share.</summary>
    public static IReadOnlyList<TextRange> Split(string text, string language)
    {
        var sentences = new List<TextRange>();
        var judge = new StopJudge(text, language);
        var start = SkipSpace(text, 0);
        var position = start;
        while (position < text.Length)
        {
            var end = EndOfSentence(text, start, ref position, judge);
            if (end > 0)
            {
                Add(sentences, text, start, end);
                start = SkipSpace(text, end);
                position = Math.Max(position, start);
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    // Where the sentence ends if its stop (or an empty line) stands at the position, 0 otherwise; moves the position behind what was read.
    private static int EndOfSentence(string text, int start, ref int position, StopJudge judge)
    {
        var stop = position++;
        var character = text[stop];
        if (character is '\n' or '\u2029')
        {
            return character == '\u2029' || IsEmptyLine(text, stop) ? stop + 1 : 0;
        }

        if (!IsStop(character))
        {
            return 0;
        }

        var stops = position = Skip(text, position, IsStop);
        var end = position = Skip(text, position, IsCloser);
        if (IsFullWidthStop(character))
        {
            return end;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return 0;
        }

        var next = NextWord(text, end);
        var goesOn = (next < text.Length && char.IsLower(text[next])) || (character == '.' && stops == stop + 1 && judge.GoesOn(start, stop, next));
        return goesOn ? 0 : end;
    }

    private static bool IsEmptyLine(string text, int newline)
    {
        var position = newline + 1;
        while (position < text.Length && char.IsWhiteSpace(text[position]) && text[position] != '\n')
        {
            position++;
        }

        return position < text.Length && text[position] == '\n';
    }

    // The letter or figure with which the text goes on in this paragraph; the text's length when there is none.
    private static int NextWord(string text, int position)
    {
        var limit = Math.Min(text.Length, position + MaximumSignsBetween);
        while (position < limit && !char.IsLetterOrDigit(text[position]))
        {
            if (text[position] == '\n' && IsEmptyLine(text, position))
            {
                return text.Length;
            }

            position++;
        }

        return position < limit ? position : text.Length;
    }

    private static int Skip(string text, int position, Func<char, bool> belongs)
    {
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int SkipSpace(string text, int position) => Skip(text, position, char.IsWhiteSpace);

    private static bool IsStop(char character) => character is '.' or '!' or '?' or '…' || IsFullWidthStop(character);

    private static bool IsFullWidthStop(char character) => character is '。' or '！' or '？' or '।';

    private static bool IsCloser(char character) =>
        character is '»' or '”' or '“' or '"' or '’' or '\'' or ')' or ']' or '›' or '‘' or '」' or '』' or '）';

    private static void Add(List<TextRange> sentences, string text, int start, int end)
    {
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
