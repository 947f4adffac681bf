namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Capitalised English words that are no names of persons, organisations or places: days, months, peoples and tongues.</summary>
internal static class Calendar
{
    private static readonly HashSet<string> Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "christmas", "easter", "thanksgiving", "god", "internet", "olympic", "olympics", "north", "south", "east", "west"];

    private static readonly HashSet<string> Peoples =
        ["french", "dutch", "greek", "czech", "swiss", "thai", "iraqi", "iraqis", "israeli", "israelis", "pakistani", "saudi", "arab", "arabs", "jew", "jews", "muslim", "muslims", "islam", "islamic", "islamist", "christians", "catholic", "protestant", "german", "germans", "roman", "swede", "dane", "pole", "poles", "turk", "turks", "kurd", "kurds", "afghan", "afghans", "serb", "serbs", "croat", "republican", "republicans", "democrat", "democrats", "democratic", "communist", "nazi", "latin", "english", "buddhist", "hindu", "sikh"];

    public static bool IsDay(string form) => Days.Contains(form);

    /// <summary>Whether the word names a people, a tongue or a faith.</summary>
    public static bool IsPeople(string form) =>
        Peoples.Contains(form) || form.Length > 5 && (EndsWith(form, "ian") || EndsWith(form, "ean") || EndsWith(form, "ese") || EndsWith(form, "ish") || EndsWith(form, "ican"));

    private static bool EndsWith(string form, string ending) =>
        form.EndsWith(ending, StringComparison.Ordinal) || form.Length > ending.Length + 3 && form.EndsWith(ending + "s", StringComparison.Ordinal);
}
