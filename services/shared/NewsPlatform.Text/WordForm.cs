using System.Text;

namespace NewsPlatform.Text;

/// <summary>The one spelling under which words are compared: lower case, ё as е, one apostrophe, no stress marks or soft hyphens.</summary>
public static class WordForm
{
    /// <summary>The comparable spelling of a word; the same instance when nothing changes.</summary>
    public static string Normalize(ReadOnlySpan<char> word)
    {
        var result = new StringBuilder(word.Length);
        foreach (var character in word)
        {
            Append(result, char.ToLowerInvariant(character));
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, char character)
    {
        switch (character)
        {
            case 'ё':
                result.Append('е');
                break;
            case '’' or 'ʼ' or '‘' or '`':
                result.Append('\'');
                break;
            case '\u2010' or '\u2011':
                result.Append('-');
                break;
            case '\u0300' or '\u0301' or '\u00AD' or '\u200C' or '\u200D' or '\u2060':
                break;
            case '\u0306' or '\u0308' when result.Length > 0:
                Compose(result, character);
                break;
            default:
                result.Append(character);
                break;
        }
    }

    // Texts from PDF files and macOS names carry й and ї as letter + combining mark; .NET's own normalisation is absent in invariant mode.
    private static void Compose(StringBuilder result, char mark)
    {
        var composed = (result[^1], mark) switch
        {
            ('и', '\u0306') => 'й',
            ('у', '\u0306') => 'ў',
            ('і', '\u0308') => 'ї',
            ('е', '\u0308') => 'е',
            ('a', '\u0308') => 'ä',
            ('o', '\u0308') => 'ö',
            ('u', '\u0308') => 'ü',
            _ => mark,
        };
        if (composed == mark)
        {
            result.Append(mark);
        }
        else
        {
            result[^1] = composed;
        }
    }
}
