using System.Text;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Builds the tree of blocks from the document and measures the text of each.</summary>
internal sealed class PageTree
{
    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q",
        "ruby", "rb", "rp", "rt", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    private static readonly HashSet<string> Silent =
    [
        "script", "style", "noscript", "template", "head", "link", "meta", "title", "svg", "math", "canvas", "object", "param", "source", "track", "map", "area",
        "button", "input", "select", "option", "optgroup", "textarea", "datalist", "progress", "meter", "dialog", "menu", "frameset", "noframes", "marquee", "base", "rp",
    ];

    // Each of hundreds of nested boxes is asked for its text: thousands of empty elements at the bottom may not be walked for every one of them.
    private const int MostNodes = 1_000;

    private const int TypicalElements = 1_000;

    private readonly Dictionary<IElement, PageNode> _nodes = new(TypicalElements, ReferenceEqualityComparer.Instance);
    private readonly HashSet<IElement> _silent = new(ReferenceEqualityComparer.Instance);

    // Hundreds of elements of a page share a name.
    private readonly Dictionary<(string? Class, string? Id, string? Role), ElementHints> _hints = [];
    private readonly bool _keepHidden;

    public PageTree(IElement body, bool keepHidden)
    {
        _keepHidden = keepHidden;
        Root = new PageNode(body, null, HintsOf(body), insideLink: false);
        _nodes[body] = Root;
        Walk(body, Root, insideLink: false);
        Root.Sum();
    }

    public PageNode Root { get; }

    public static bool IsInline(string tag) => Inline.Contains(tag);

    /// <summary>True for what shows no text: scripts, controls, hidden parts.</summary>
    public bool IsSilent(IElement element) => _silent.Contains(element);

    /// <summary>The block that the element is; null for inline and silent ones.</summary>
    public PageNode? NodeOf(IElement element) => _nodes.GetValueOrDefault(element);

    /// <summary>The seen text below the element, up to the limit and of its first <see cref="MostNodes"/> nodes: scripts and hidden parts left out.</summary>
    public string TextOf(INode parent, int limit)
    {
        var text = new StringBuilder();
        var left = MostNodes;
        Collect(parent, text, limit, ref left);
        return PageText.Cut(PageText.Normalize(text.ToString()), limit);
    }

    private void Collect(INode parent, StringBuilder text, int limit, ref int left)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (text.Length > limit || left-- <= 0)
                return;
            if (child is IText run)
                text.Append(run.Data.AsSpan(0, Math.Min(run.Data.Length, limit + 1)));
            else if (child is IElement element && !_silent.Contains(element))
                Collect(element, text, limit, ref left);
        }
    }

    // Depth is bounded by the check of the raw page (NestingGuard), so plain recursion is safe.
    private void Walk(INode parent, PageNode block, bool insideLink)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                Measure(text.Data, block, insideLink);
            else if (child is IElement element)
                WalkElement(element, block, insideLink);
        }
    }

    private void WalkElement(IElement element, PageNode block, bool insideLink)
    {
        if (Silent.Contains(element.LocalName) || (!_keepHidden && IsHidden(element)))
        {
            _silent.Add(element);
            return;
        }

        var inLink = insideLink || (element.LocalName == "a" && element.HasAttribute("href"));
        if (Inline.Contains(element.LocalName))
        {
            Walk(element, block, inLink);
            return;
        }

        var node = new PageNode(element, block, HintsOf(element), insideLink);
        block.Children.Add(node);
        _nodes[element] = node;
        Walk(element, node, inLink);
    }

    private ElementHints HintsOf(IElement element)
    {
        var name = (element.ClassName, element.Id, element.GetAttribute("role"));
        if (!_hints.TryGetValue(name, out var hints))
            _hints.Add(name, hints = ElementHints.Of(element));
        return hints;
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || (element.GetAttribute("aria-hidden") == "true" && !IsShownAllTheSame(element)))
            return true;

        var style = element.GetAttribute("style");
        if (style is null)
            return false;

        var compact = style.Replace(" ", string.Empty, StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    // Hidden from screen readers, not from eyes: pay walls mark paragraphs so, and pictures are marked as ornaments.
    private static bool IsShownAllTheSame(IElement element) => element.LocalName is "p" or "figure" or "img" or "picture";

    private static void Measure(string text, PageNode block, bool insideLink)
    {
        var letters = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsLetterOrDigit(character))
                letters += character >= '\u3040' && character < '\uFB00' ? 3 : 1;
            else if (character is ',' or '،' or '、' or '，' or ';' or '—' or '–')
                block.OwnCommas++;
            else if (character is '。' or '।' or '؟' || (character is '.' or '!' or '?' or '…' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '»' or '”')))
                block.OwnStops++;
        }

        block.OwnLetters += letters;
        if (insideLink)
            block.OwnLinkLetters += letters;
    }
}
