namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What the readers refuse or cut, so that one hostile page costs no more than an honest one.</summary>
public static class ExtractionLimits
{
    /// <summary>UTF-8 bytes of a page, text or JSON; more is refused.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Open elements inside each other; deeper pages are refused, for tree building is quadratic in the depth.</summary>
    public const int MaxDepth = 1_000;

    /// <summary>Blocks of a body; the rest is left out.</summary>
    public const int MaxBlocks = 2_000;

    /// <summary>UTF-16 units of one block; the rest is cut at a word.</summary>
    public const int MaxBlockLength = 50_000;

    /// <summary>UTF-16 units of a title or headline.</summary>
    public const int MaxTitleLength = 500;

    /// <summary>UTF-16 units of a description or teaser.</summary>
    public const int MaxDescriptionLength = 2_000;

    public const int MaxAuthors = 20;

    public const int MaxTags = 30;

    /// <summary>UTF-16 units of a tag.</summary>
    public const int MaxTagLength = 80;

    public const int MaxRelated = 50;

    /// <summary>Letters that an article must have at the least.</summary>
    public const int MinBodyLetters = 60;
}
