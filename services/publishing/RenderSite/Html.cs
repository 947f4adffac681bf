using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>
/// Markup that is safe by construction: only string literals become markup, every text put between them is escaped, and what is neither
/// text nor markup does not compile. Attributes must stand in double quotes; addresses from outside go through <see cref="Links.Outside"/>.
/// </summary>
internal readonly struct Html
{
    /// <summary>Leaves letters of every script as they are.</summary>
    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly JsonSerializerOptions DataOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    /// <summary>Markup from an interpolated literal.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.Finish());

    /// <summary>Plain text, escaped.</summary>
    public static Html Text(string? text) => new(Encoder.Encode(text ?? ""));

    /// <summary>A data block for programs (JSON-LD): it does not run, and nothing in it can end it, for signs of markup are escaped.</summary>
    public static Html Data(JsonObject data) => new($"<script type=\"application/ld+json\">{data.ToJsonString(DataOptions)}</script>");

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part._markup)));

    /// <summary>The markup of a value, or nothing when it is null or empty.</summary>
    public static Html If(string? value, Func<string, Html> markup) => string.IsNullOrEmpty(value) ? Empty : markup(value);

    /// <summary>The markup, or nothing.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : Empty;

    public override string ToString() => _markup ?? "";
}

/// <summary>What C# makes of <c>$"…"</c> given to <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(Html.Encoder.Encode(text ?? ""));

    public void AppendFormatted(Html markup) => _text.Append(markup.ToString());

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
        {
            _text.Append(part.ToString());
        }
    }

    internal string Finish() => _text.ToString();
}
