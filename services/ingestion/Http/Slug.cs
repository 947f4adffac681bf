using System.Text;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Http;

/// <summary>An id for addresses made of a name: small Latin letters, digits and hyphens.</summary>
internal static class Slug
{
    public const int MaxLength = 60;

    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh",
        "shch", "", "y", "", "e", "yu", "ya", "yo", "i", "yi", "ye", "g", "u",
    ];

    /// <summary>A name without any such letter gets a hash.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
            Append(slug, letter);

        var text = slug.ToString().Trim('-');
        if (text.Length > MaxLength)
            text = text[..MaxLength].Trim('-');

        return text.Length > 0 ? text : ArticleKeys.IdOf(name)[..12];
    }

    private static void Append(StringBuilder slug, char letter)
    {
        var cyrillic = Cyrillic.IndexOf(letter, StringComparison.Ordinal);
        if (cyrillic >= 0)
            slug.Append(Latin[cyrillic]);
        else if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            slug.Append(letter);
        else if (!IsMark(letter) && slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
    }

    // The accents that normalization parted from their letters.
    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
