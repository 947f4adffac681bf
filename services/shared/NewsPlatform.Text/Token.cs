using System.Runtime.InteropServices;

namespace NewsPlatform.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Letters, with inner digits, apostrophes and hyphens.</summary>
    Word,

    /// <summary>Digits with decimal or thousands separators between them.</summary>
    Number,

    /// <summary>One other visible character.</summary>
    Punctuation,
}

/// <summary>A piece of a text; white space and control characters belong to none.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Kind">What it is made of.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token(int Start, int Length, TokenKind Kind)
{
    /// <summary>Where it ends, exclusive, in UTF-16 units.</summary>
    public int End => Start + Length;

    /// <summary>Its characters in the text that it was cut from.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
