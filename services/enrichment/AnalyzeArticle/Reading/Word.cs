namespace NewsPlatform.Enrichment.AnalyzeArticle.Reading;

/// <summary>How a word is written.</summary>
internal enum WordShape
{
    Sign,
    Number,
    Lower,
    Title,
    Upper,
    Initial,
    Mixed,
}

/// <summary>A word, number or sign of an article with what the finders ask about it.</summary>
internal sealed class Word
{
    /// <summary>First UTF-16 index.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>As it stands in the text.</summary>
    public required string Text { get; init; }

    /// <summary>The comparable spelling: lower case, ё as е.</summary>
    public required string Form { get; init; }

    public required WordShape Shape { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether its capital may come from the sentence's beginning.</summary>
    public required bool OpensSentence { get; init; }

    public int End => Start + Length;

    public bool IsWord => Shape >= WordShape.Lower;

    public bool IsCapitalised => Shape is WordShape.Title or WordShape.Upper or WordShape.Mixed;

    public bool IsLatin => Text.Length > 0 && char.IsAsciiLetter(Text[0]);

    /// <summary>Whether it is this one sign.</summary>
    public bool Is(char sign) => Length == 1 && Text[0] == sign;

    public bool IsDash => Length == 1 && Text[0] is '—' or '–' or '-' or '―' or '−';
}
