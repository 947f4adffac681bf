namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Keys and looks of surnames of any origin in Russian and Ukrainian case forms.</summary>
internal static class SurnameForms
{
    private static readonly string[] Endings =
        ["еві", "ові", "ого", "ому", "его", "ему", "ыми", "ими", "ою", "ею", "ей", "ой", "ої", "ій", "ым", "им", "ом", "ем", "єм", "ых", "их", "ую", "ая", "ий", "ый", "ам", "а", "у", "е", "і", "ы", "и", "я", "ю", "ь", "й", "о", "є"];

    private static readonly string[] Suffixes =
        ["ов", "ев", "єв", "ин", "ын", "ін", "їн", "ова", "ева", "єва", "ина", "іна", "ский", "ской", "ская", "ского", "скому", "ским", "скую", "цкий", "цкая", "цкого", "цкому", "цким", "ський", "ська", "ського", "ському", "ським", "ської", "ську", "цький", "цька", "цького", "цькому", "цьким", "енко", "чук", "щук", "юк", "швили", "швілі", "дзе", "ян", "янц", "оглы", "заде", "ович", "евич", "евич", "ейко", "очко", "ишин", "берг", "штейн", "ссон", "нен"];

    private static readonly string[] SuffixKeys = [.. Suffixes.Select(Key).Where(key => key.Length >= 2 && key[^1] != 'к' && !key.EndsWith("ськ", StringComparison.Ordinal)).Append("щук").Append("чук").Append("енк").Distinct()];

    // No form of a surname in -ов or -ин: "нового", "единая".
    private static readonly string[] AdjectiveEndings = ["ого", "ому", "его", "ему", "ая", "ую", "ое", "ие", "ые", "ого"];

    /// <summary>A key equal for most case forms of one surname: the word without its case ending.</summary>
    public static string Key(string form)
    {
        foreach (var ending in Endings)
        {
            if (form.Length - ending.Length >= 3 && form.EndsWith(ending, StringComparison.Ordinal))
            {
                return form[..^ending.Length];
            }
        }

        return form;
    }

    /// <summary>Whether the word, in any case, ends like a Slavic, Georgian, Armenian or Germanic surname.</summary>
    public static bool LooksLikeSurname(string form)
    {
        if (form.Length < 5)
        {
            return false;
        }

        var key = Array.Exists(AdjectiveEndings, ending => form.EndsWith(ending, StringComparison.Ordinal)) ? form : Key(form);
        return Array.Exists(Suffixes, suffix => form.EndsWith(suffix, StringComparison.Ordinal)) || Array.Exists(SuffixKeys, suffix => key.EndsWith(suffix, StringComparison.Ordinal));
    }
}
