namespace NewsPlatform.Ingestion.Dates;

/// <summary>Month names of the languages served, by the letters that tell them apart in any case and most abbreviations.</summary>
internal static class MonthNames
{
    // One line a month: English and its kin, Romance, Slavic in Latin script, Cyrillic (ru, uk, be, bg), others.
    private static readonly string[] Stems =
    [
        "jan jän ene janv gen sty led янв січ сту яну ιαν oca",
        "feb fév févr fev lut úno фев лют φεβ şub",
        "mar mär mrt mrz bře březen märz мар бер сак μαρ μάρ márc",
        "apr avr abr kwi dub апр кві кра απρ ápr nis",
        "may mai maj mag mei maí mayo květ kvě май мая маю мае тра травн μαι μαϊ μάι máj",
        "jun juin giu cze czerw červ čer июн чер чэр юни ιουν ιούν jún haz",
        "jul juil lug lip červenec чвц июл лип ліп юли ιουλ ιούλ júl tem",
        "aug ago aoû aou sie srp авг сер жні αυγ αύγ ağu",
        "sep set wrz zář сен вер σεπ szept eyl",
        "oct okt ott out paź říj окт жов кас οκτ eki",
        "nov lis ноя лис ліс ное νοε νοέ kas",
        "dec dez dic dić déc gru pro дек гру сне δεκ ara",
    ];

    private static readonly (string Stem, int Month)[] LongestFirst =
        [.. Stems.SelectMany((line, index) => line.Split(' ').Select(stem => (Stem: stem, Month: index + 1))).OrderByDescending(entry => entry.Stem.Length)];

    /// <summary>1 to 12 for a lower-case word that names a month, 0 for any other.</summary>
    public static int Find(string word)
    {
        if (word.Length is < 3 or > 12)
        {
            return 0;
        }

        foreach (var (stem, month) in LongestFirst)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return month;
            }
        }

        return 0;
    }
}
