using System.Runtime.InteropServices;

namespace NewsPlatform.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Where it ends, exclusive, in UTF-16 units.</summary>
    public int End => Start + Length;

    /// <summary>Its characters in the text that it was cut from.</summary>
    public string In(string text) => text.Substring(Start, Length);
}
