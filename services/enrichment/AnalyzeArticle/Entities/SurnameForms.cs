namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Guesses over surnames of any origin in Russian and Ukrainian case forms.</summary>
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

    /// <summary>The nominative of a surname that stands in an oblique case; the word itself when its ending says nothing.</summary>
    public static string Nominative(string surname, bool female, string language)
    {
        var rules = (female, language) switch
        {
            (true, "uk") => UkrainianFemale,
            (true, _) => RussianFemale,
            (false, "uk") => UkrainianMale,
            _ => RussianMale,
        };
        foreach (var (ending, nominative) in rules)
        {
            if (surname.Length - ending.Length >= 3 && surname.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return surname[..^ending.Length] + nominative;
            }
        }

        return surname;
    }

    private static readonly (string Ending, string Nominative)[] RussianMale =
    [
        ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"), ("цкого", "цкий"), ("цкому", "цкий"), ("цким", "цкий"), ("цком", "цкий"),
        ("ого", "ый"), ("ому", "ый"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("ыным", "ын"), ("ом", ""), ("шем", "ш"), ("чем", "ч"), ("щем", "щ"), ("цем", "ц"), ("жем", "ж"),
        ("лем", "ль"), ("рем", "рь"), ("аем", "ай"), ("еем", "ей"), ("ла", "л"), ("ля", "ль"), ("лю", "ль"), ("ря", "рь"), ("рю", "рь"), ("ая", "ай"), ("ея", "ей"), ("аю", "ай"), ("ею", "ей"),
        ("ой", "а"), ("ы", "а"), ("а", ""), ("у", ""), ("е", ""),
    ];

    private static readonly (string Ending, string Nominative)[] RussianFemale =
    [
        ("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("ову", "ова"), ("еву", "ева"), ("ину", "ина"), ("овы", "ова"), ("ой", "а"), ("ую", "ая"), ("у", "а"), ("ы", "а"),
    ];

    private static readonly (string Ending, string Nominative)[] UkrainianMale =
    [
        ("ського", "ський"), ("ському", "ський"), ("ським", "ський"), ("цького", "цький"), ("цькому", "цький"), ("цьким", "цький"), ("енка", "енко"), ("енку", "енко"), ("енком", "енко"), ("енкові", "енко"),
        ("ого", "ий"), ("ому", "ий"), ("овим", "ов"), ("евим", "ев"), ("єва", "єв"), ("ові", ""), ("еві", ""), ("ом", ""), ("ем", ""), ("єм", "й"), ("я", "й"), ("а", ""), ("у", ""), ("і", ""),
    ];

    private static readonly (string Ending, string Nominative)[] UkrainianFemale =
    [
        ("ської", "ська"), ("ській", "ська"), ("ську", "ська"), ("ською", "ська"), ("цької", "цька"), ("цькій", "цька"), ("ової", "ова"), ("овій", "ова"), ("ову", "ова"), ("овою", "ова"), ("євої", "єва"), ("ої", "а"), ("ою", "а"), ("ій", "а"), ("и", "а"), ("і", "а"), ("у", "а"),
    ];
}
