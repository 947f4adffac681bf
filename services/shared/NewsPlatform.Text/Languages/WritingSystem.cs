namespace NewsPlatform.Text.Languages;

/// <summary>The scripts that part languages before any counting. The values stand in the model file: append only.</summary>
internal enum WritingSystem : byte
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Thai,
    Georgian,
    Hangul,
    Kana,
    Han,
}
