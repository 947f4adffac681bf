namespace NewsPlatform.Text.Lemmas;

/// <summary>The cases in which a Russian or Ukrainian name may stand.</summary>
[Flags]
public enum GrammaticalCases
{
    None = 0,
    Nominative = 1,
    Genitive = 2,
    Dative = 4,
    Accusative = 8,
    Instrumental = 16,
    Prepositional = 32,
    Oblique = Genitive | Dative | Accusative | Instrumental | Prepositional,
    All = Nominative | Oblique,
}
