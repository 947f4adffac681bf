using System.Text;

namespace NewsPlatform.Ingestion.DecodeText;

/// <summary>Guesses the charset of bytes that are no UTF-8 and declare nothing, by which reading gives the most usual letters of its script.</summary>
internal static class CharsetGuess
{
    private const int Sample = 64 * 1024;

    // The commonest letters of Russian and Ukrainian, Hebrew, Thai, Greek; together well over half of any text.
    private static readonly (string Charset, string Frequent)[] Candidates =
    [
        ("windows-1251", "оеаинтсрвлкмдпуяыіь"), ("koi8-r", "оеаинтсрвлкмдпуяыь"), ("koi8-u", "оеаинтсрвлкмдпуяіїєь"),
        ("ibm866", "оеаинтсрвлкмдпуяыь"), ("iso-8859-5", "оеаинтсрвлкмдпуяыіь"),
        ("windows-1255", "יוהלארתבמשנדקעם"), ("windows-874", "านรอกเงมยลวดทส่้ัี"), ("windows-1253", "αοιετσνηυρκμπλςά"),
        ("windows-1252", "éèàüöäßçñóáíêãâåøæ"), ("windows-1250", "ěščřžýáíéąęłóśżźćńőű"),
    ];

    /// <summary>Never null: windows-1252 when no script stands out.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, Sample)].ToArray();
        if (EastAsian(sample) is { } wide)
        {
            return wide;
        }

        var best = Charsets.Find("windows-1252")!;
        var bestScore = 0.0;
        foreach (var (name, frequent) in Candidates)
        {
            var encoding = Charsets.Find(name)!;
            var score = Score(encoding.GetString(sample), frequent);
            if (score > bestScore)
            {
                (best, bestScore) = (encoding, score);
            }
        }

        return best;
    }

    // Two-byte charsets leave hardly any room for chance: every byte pair must be assigned, and kana or hangul must appear.
    private static Encoding? EastAsian(byte[] sample)
    {
        foreach (var (name, from, to) in new[] { ("shift_jis", '\u3041', '\u30FE'), ("euc-jp", '\u3041', '\u30FE'), ("euc-kr", '\uAC00', '\uD7A3') })
        {
            var text = Strict(name, sample);
            var wide = text.Count(c => c > 0x7F);
            var typical = text.Count(c => c >= from && c <= to);
            if (wide > 0 && typical * 3 >= wide)
            {
                return Charsets.Find(name);
            }
        }

        return null;
    }

    private static string Strict(string name, byte[] sample)
    {
        try
        {
            var encoding = (Encoding)Charsets.Find(name)!.Clone();
            encoding.DecoderFallback = DecoderFallback.ExceptionFallback;
            return encoding.GetString(sample);
        }
        catch (DecoderFallbackException)
        {
            return "";
        }
    }

    private static double Score(string text, string frequent)
    {
        var (foreign, usual, odd) = (0, 0, 0);
        var previous = ' ';
        foreach (var c in text)
        {
            if (c > 0x7F)
            {
                foreign++;
                usual += frequent.Contains(c, StringComparison.Ordinal) ? 1 : 0;

                // A capital after a small letter, a symbol inside a word: the mark of a wrong reading.
                odd += (char.IsUpper(c) && char.IsLower(previous)) || !(char.IsLetter(c) || char.IsPunctuation(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark) ? 1 : 0;
            }

            previous = c;
        }

        return foreign == 0 ? 0 : (usual - odd) / (double)foreign;
    }
}
