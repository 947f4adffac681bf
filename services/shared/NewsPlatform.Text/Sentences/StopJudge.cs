using System.Collections.Frozen;

namespace NewsPlatform.Text.Sentences;

/// <summary>Decides whether a single stop before a capital, a figure or a quotation ends the sentence, by the word before it and the word after it.</summary>
internal sealed class StopJudge(string text, string language)
{
    private const int LongestAbbreviation = 12;

    // "В 2024 г. Россия …": so near to its beginning no sentence ends with a year.
    private const int ShortestSentence = 12;

    // Languages that write ordinals with a stop: "am 3. Oktober".
    private static readonly FrozenSet<string> StopOrdinals =
        new[] { "de", "cs", "sk", "sl", "hr", "sr", "da", "no", "fi", "hu", "et", "lv", "tr", "pl" }.ToFrozenSet();

    private readonly Abbreviations _own = Abbreviations.For(language);

    // Names of people and firms keep their English abbreviations everywhere: Apple Inc., Mr. Smith.
    private readonly Abbreviations _english = Abbreviations.For("en");

    /// <summary>Whether the sentence goes on after the stop.</summary>
    public bool GoesOn(int sentenceStart, int stop, int next)
    {
        var start = StartOfWord(sentenceStart, stop);
        var original = text[start..stop];
        if (original.Length == 0)
        {
            return false;
        }

        if (char.IsAsciiDigit(original[0]))
        {
            return GoesOnAfterNumber(original, isFirst: start == sentenceStart, next);
        }

        if (original.Length == 1 && char.IsUpper(original[0]))
        {
            return !(original[0] == 'I' && string.Equals(language, "en", StringComparison.Ordinal));
        }

        return IsAbbreviation(original, sentenceStart, start, next);
    }

    private bool GoesOnAfterNumber(string number, bool isFirst, int next)
    {
        if (number.Length > 2 || !number.All(char.IsAsciiDigit))
        {
            return false;
        }

        // The number of a list's item, or an ordinal.
        return isFirst || (StopOrdinals.Contains(language) && next < text.Length && char.IsLetter(text[next]));
    }

    private bool IsAbbreviation(string original, int sentenceStart, int start, int next)
    {
        var word = original.ToLowerInvariant();
        var joined = JoinedWord(word, sentenceStart, start);
        var afterNumber = FollowsNumber(sentenceStart, start);
        if (IsTrailing(joined) && (joined.Length > word.Length || afterNumber || !IsLeading(word)))
        {
            // "г. Москва" is a town, "2024 г." a year.
            var isTown = word.Length == 1 && joined.Length == 1 && !afterNumber;
            return isTown || GoesOnAfterTrailing(original, sentenceStart, start, next);
        }

        return IsLeading(word) || IsLeading(joined);
    }

    private bool IsLeading(string word) => _own.IsLeading(word) || _english.IsLeading(word);

    private bool IsTrailing(string word) => _own.IsTrailing(word) || _english.IsTrailing(word);

    private bool GoesOnAfterTrailing(string original, int sentenceStart, int start, int next)
    {
        if (next >= text.Length || char.IsDigit(text[next]) || start - sentenceStart < ShortestSentence)
        {
            return next < text.Length;
        }

        // "U.S. President", "Jan. Smith" go on; "the U.S. The …" does not.
        return char.IsUpper(original[0]) && !StopWords.Contains(WordAt(next), language);
    }

    // The word with the abbreviated one before it, so that "т. д." is read as "т.д".
    private string JoinedWord(string word, int sentenceStart, int start)
    {
        var before = start - 1;
        while (before >= sentenceStart && before > start - 3 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        if (before < sentenceStart || before == start - 1 || text[before] != '.')
        {
            return word;
        }

        var joined = text[StartOfWord(sentenceStart, before)..before].ToLowerInvariant() + "." + word;
        return IsTrailing(joined) || IsLeading(joined) ? joined : word;
    }

    private bool FollowsNumber(int sentenceStart, int start)
    {
        var before = start - 1;
        while (before >= sentenceStart && before > start - 3 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before >= sentenceStart && (char.IsDigit(text[before]) || text[before] is 'I' or 'V' or 'X');
    }

    private int StartOfWord(int sentenceStart, int end)
    {
        var start = end;
        while (start > sentenceStart && end - start < LongestAbbreviation && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '°' or 'º'))
        {
            start--;
        }

        return start;
    }

    private string WordAt(int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestAbbreviation && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
        {
            end++;
        }

        return text[start..end].ToLowerInvariant();
    }
}
