using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

/// <summary>
/// Makes the case forms of a Russian or Ukrainian word from its nominative by the shape of its ending. It makes some forms that do not
/// exist: for looking words up that costs nothing, a form that nobody writes is never met.
/// </summary>
internal static class SlavicForms
{
    private const string RussianAdjective = "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ое ее ые ие ых их ыми ими";
    private const string UkrainianAdjective = "ий ій ого ього ому ьому им ім а я ої ьої у ю ою ьою е є і их іх ими іми";

    // Ending of the nominative, endings of all forms; the first row that fits is taken.
    private static readonly (string Ending, string[] Forms)[] Russian = Table(
        ("ская", RussianAdjective), ("ский", RussianAdjective), ("цкий", RussianAdjective), ("ый", RussianAdjective), ("ий", RussianAdjective + " ия ию ием ии"),
        ("ой", RussianAdjective), ("ая", RussianAdjective), ("яя", RussianAdjective), ("ое", RussianAdjective), ("ее", RussianAdjective),
        ("ые", RussianAdjective), ("ие", RussianAdjective + " ию ием ии ия"), ("ия", "ия ии ию ией иею ий иям иями иях"), ("ья", "ья ьи ье ью ьей"), ("ье", "ье ья ью ьем"),
        ("а", "а ы и е у ой ою ей  ам ами ах"), ("я", "я и е ю ей ею ь й ям ями ях"), ("ь", "ь я ю ем ём е и ью ям ей ями ях"), ("й", "й я ю ем е и ев ям ями ях"),
        ("о", "о а у ом е "), ("е", "е я ю ем и а у"), ("ы", "ы  ов ам ами ах"), ("и", "и  ов ам ами ах ей ям ями ях ок"),
        ("ц", "ц ца цу цем цом це цы цев цов цам цами цах"), ("", " а у ом ем е ы и ов ей ам ами ах"));

    private static readonly (string Ending, string[] Forms)[] Ukrainian = Table(
        ("ий", UkrainianAdjective + " ія ію ієм ії"), ("ій", UkrainianAdjective + " ія ію ієм ії ієві"), ("ія", "ія ії ію ією єю ій іям іями іях"), ("ка", "ка ки ці ку кою ок кам ками ках"),
        ("га", "га ги зі гу гою г"), ("ха", "ха хи сі ху хою х"), ("а", "а и і у ою ої ій  ам ами ах"), ("я", "я і ї ю ею єю ь й ям ями ях"),
        ("ь", "ь я ю ем і ею ові еві ів ями ях ям"), ("й", "й я ю єм ї єві їв ями ях ям"), ("о", "о а у ом ові і "), ("е", "е я ю ем і а у ого ому им"),
        ("и", "и  ів ам ами ах ей"), ("і", "і  ів ам ами ах ей їв ий их им ими"), ("ц", "ц ця цю цем ці цеві"), ("", " а у ові ом ем і еві ю ів и ам ами ах"));

    /// <summary>All forms of a word, lower case; "лев/льв" gives the stem of the other cases after the slash.</summary>
    public static IEnumerable<string> Of(string entry, string language)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return FormsOf(WordForm.Normalize(entry), language);
        }

        return FormsOf(WordForm.Normalize(entry.AsSpan(slash + 1)), language).Prepend(Nominative(entry));
    }

    /// <summary>The normalised nominative of an entry.</summary>
    public static string Nominative(string entry) => WordForm.Normalize(Display(entry));

    /// <summary>The nominative as people write it.</summary>
    public static string Display(string entry)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? entry : entry[..slash];
    }

    private static IEnumerable<string> FormsOf(string lemma, string language)
    {
        if (lemma.Length < 3 || language is not ("ru" or "uk"))
        {
            return [lemma];
        }

        var forms = Decline(lemma, language == "uk" ? Ukrainian : Russian);
        return language == "uk" && ShiftedStem(lemma) is { } stem ? [lemma, .. Decline(stem, Ukrainian), .. forms] : forms.Prepend(lemma);
    }

    private static IEnumerable<string> Decline(string lemma, (string Ending, string[] Forms)[] table)
    {
        var row = Array.Find(table, entry => lemma.EndsWith(entry.Ending, StringComparison.Ordinal));
        var stem = lemma[..^row.Ending.Length];
        return row.Forms.Select(form => stem + form);
    }

    // і of a closed syllable opens to о or е: Харків, Харкова; Київ, Києва; Ріг, Рога.
    private static string? ShiftedStem(string lemma)
    {
        var last = lemma[^1] == 'ь' ? lemma.Length - 3 : lemma.Length - 2;
        if (last < 1 || lemma[^1] is 'а' or 'я' or 'о' or 'е' or 'и' or 'й')
        {
            return null;
        }

        return lemma[last] switch
        {
            'і' => lemma[..last] + "о" + lemma[(last + 1)..],
            'ї' => lemma[..last] + "є" + lemma[(last + 1)..],
            _ => null,
        };
    }

    private static (string Ending, string[] Forms)[] Table(params (string Ending, string Forms)[] rows) =>
        [.. rows.Select(row => (row.Ending, row.Forms.Split(' ')))];
}
