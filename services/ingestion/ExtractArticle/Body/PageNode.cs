using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>A block element of the page with what the reader has to know of its text. Inline elements are folded into their block.</summary>
internal sealed class PageNode(IElement element, PageNode? parent, ElementHints hints, bool insideLink)
{
    public IElement Element { get; } = element;

    public string Tag { get; } = element.LocalName;

    public PageNode? Parent { get; } = parent;

    public List<PageNode> Children { get; } = [];

    /// <summary>Place among the parent's children.</summary>
    public int Index { get; } = parent?.Children.Count ?? 0;

    public bool InsideLink { get; } = insideLink;

    public ElementHints Hints { get; } = hints;

    /// <summary>Letters of the inline text that stands directly in this block.</summary>
    public int OwnLetters { get; set; }

    /// <summary>Those of <see cref="OwnLetters"/> that are link text.</summary>
    public int OwnLinkLetters { get; set; }

    /// <summary>Commas and their kin in the own text: prose has them, menus do not.</summary>
    public int OwnCommas { get; set; }

    /// <summary>Ends of sentences in the own text.</summary>
    public int OwnStops { get; set; }

    /// <summary>Letters of this block and all below that was not dropped.</summary>
    public int Letters { get; set; }

    public int LinkLetters { get; set; }

    /// <summary>Letters of the prose blocks below, itself included.</summary>
    public int Prose { get; set; }

    public double Score { get; set; }

    /// <summary>Why the block is no part of the article; null for one that may be.</summary>
    public DropReason? Dropped { get; set; }

    public double LinkDensity => Letters == 0 ? 0 : (double)LinkLetters / Letters;

    /// <summary>True for a block whose own text reads like sentences.</summary>
    public bool IsProse =>
        !InsideLink && OwnLetters >= 50 && OwnLinkLetters * 2 < OwnLetters && (OwnStops > 0 || OwnCommas > 1 || OwnLetters > 140);

    /// <summary>True for the box itself and for all that stands in it.</summary>
    public bool IsWithin(PageNode box)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at == box)
                return true;
        }

        return false;
    }

    /// <summary>This node and all below, parents first.</summary>
    public IEnumerable<PageNode> All()
    {
        var pending = new Stack<PageNode>();
        pending.Push(this);
        while (pending.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
                pending.Push(node.Children[i]);
        }
    }

    /// <summary>Sums letters, links and prose up from the leaves, leaving out what was dropped.</summary>
    public void Sum()
    {
        foreach (var node in All().Reverse())
        {
            node.Letters = node.OwnLetters;
            node.LinkLetters = node.InsideLink ? node.OwnLetters : node.OwnLinkLetters;
            node.Prose = node.IsProse ? node.OwnLetters - node.OwnLinkLetters : 0;
            foreach (var child in node.Children.Where(child => child.Dropped is null))
            {
                node.Letters += child.Letters;
                node.LinkLetters += child.LinkLetters;
                node.Prose += child.Prose;
            }
        }
    }
}

/// <summary>Why a part of the page is no part of the article.</summary>
internal enum DropReason
{
    Hidden,
    Tag,
    Furniture,
    Related,
    Links,

    /// <summary>It is another article of an endless page.</summary>
    OtherArticle,
}
