using System.Globalization;
using System.Text;

namespace NewsPlatform.Text;

/// <summary>
/// Cuts a text into words, numbers and punctuation in one pass over it, whatever it holds. Words keep apostrophes and hyphens
/// between letters or digits (об'єкт, Нью-Йорк, Ту-154, 20-летний); Han and Hiragana, written without spaces, give a word a character.
/// </summary>
public static class Tokenizer
{
    private enum CharacterClass
    {
        None,
        Letter,
        Ideograph,
        Digit,
        Mark,
        Joiner,
        Other,
    }

    /// <summary>The tokens of the text in order; lone surrogates, white space and control characters are left out.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var position = 0;
        while (position < text.Length)
        {
            var characterClass = Classify(text, position, out var width);
            var (end, kind) = characterClass switch
            {
                CharacterClass.Letter => (EndOfWord(text, position + width), TokenKind.Word),
                CharacterClass.Digit => ReadNumber(text, position),
                CharacterClass.Ideograph => (EndOfMarks(text, position + width), TokenKind.Word),
                _ => (position + width, TokenKind.Punctuation),
            };
            if (characterClass is not (CharacterClass.None or CharacterClass.Joiner))
            {
                tokens.Add(new Token(position, end - position, kind));
            }

            position = end;
        }

        return tokens;
    }

    private static (int End, TokenKind Kind) ReadNumber(string text, int position)
    {
        while (true)
        {
            position = EndOfDigits(text, position);
            if (position + 1 < text.Length && text[position] is '.' or ',' && char.IsDigit(text[position + 1]))
            {
                position++;
                continue;
            }

            var end = EndOfWord(text, position);
            return (end, end == position ? TokenKind.Number : TokenKind.Word);
        }
    }

    private static int EndOfDigits(string text, int position)
    {
        while (position < text.Length && char.IsDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    // Continues a word from the position after one of its letters or digits.
    private static int EndOfWord(string text, int position)
    {
        while (position < text.Length)
        {
            var characterClass = Classify(text, position, out var width);
            if (characterClass is CharacterClass.Letter or CharacterClass.Digit or CharacterClass.Mark)
            {
                position += width;
            }
            else if (IsInner(text[position]) && position + 1 < text.Length
                && Classify(text, position + 1, out var next) is CharacterClass.Letter or CharacterClass.Digit)
            {
                position += 1 + next;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    private static int EndOfMarks(string text, int position)
    {
        while (position < text.Length && Classify(text, position, out var width) == CharacterClass.Mark)
        {
            position += width;
        }

        return position;
    }

    // Apostrophes (straight, curly, modifier), hyphens, the soft hyphen and the joiners that script shaping puts inside words.
    private static bool IsInner(char character) =>
        character is '\'' or '’' or 'ʼ' or '‘' or '`' or '-' or '\u2010' or '\u2011' or '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '·';

    private static CharacterClass Classify(string text, int position, out int width)
    {
        var character = text[position];
        width = 1;
        if (char.IsAscii(character))
        {
            return ClassifyAscii(character);
        }

        if (!char.IsSurrogate(character))
        {
            return Classify(CharUnicodeInfo.GetUnicodeCategory(character), character);
        }

        if (!Rune.TryGetRuneAt(text, position, out var rune))
        {
            return CharacterClass.None;
        }

        width = 2;
        return Classify(Rune.GetUnicodeCategory(rune), rune.Value);
    }

    private static CharacterClass ClassifyAscii(char character)
    {
        if (char.IsAsciiLetter(character))
        {
            return CharacterClass.Letter;
        }

        if (char.IsAsciiDigit(character))
        {
            return CharacterClass.Digit;
        }

        return character > ' ' && character < '\u007F' ? CharacterClass.Other : CharacterClass.None;
    }

    private static CharacterClass Classify(UnicodeCategory category, int codePoint) => category switch
    {
        UnicodeCategory.ModifierLetter when codePoint == 'ʼ' => CharacterClass.Other,
        <= UnicodeCategory.OtherLetter => IsIdeograph(codePoint) ? CharacterClass.Ideograph : CharacterClass.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
        // Digits outside the BMP are letters to us: char.IsDigit, which ends numbers, does not see them.
        UnicodeCategory.DecimalDigitNumber => codePoint > char.MaxValue ? CharacterClass.Letter : CharacterClass.Digit,
        UnicodeCategory.Format => CharacterClass.Joiner,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => CharacterClass.None,
        _ => CharacterClass.Other,
    };

    private static bool IsIdeograph(int codePoint) =>
        codePoint is (>= 0x3041 and <= 0x309F) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
