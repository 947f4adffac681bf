using System.Text;

namespace NewsPlatform.TrainLanguages;

/// <summary>Serbian is written in two scripts, letter for letter: a text in the one is a sample of the other.</summary>
internal static class SerbianLatin
{
    private const string Cyrillic = "абвгдђежзијклљмнњопрстћуфхцчџш";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "đ", "e", "ž", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "ć", "u", "f", "h", "c", "č", "dž", "š",
    ];

    /// <summary>The text in Latin letters.</summary>
    public static string Of(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var letter = Cyrillic.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
            latin.Append(letter < 0 ? character.ToString() : char.IsUpper(character) ? char.ToUpperInvariant(Latin[letter][0]) + Latin[letter][1..] : Latin[letter]);
        }

        return latin.ToString();
    }
}
