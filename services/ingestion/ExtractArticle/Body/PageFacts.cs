namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What the figures of a page's blocks are measured against: its headline, its declared text, the parts that the rules chose.</summary>
internal sealed class PageFacts
{
    private const int MinDeclaredLetters = 200;

    private readonly Dictionary<PageNode, NodeContext> _contexts = [];
    private readonly int[] _before;
    private readonly int[] _distance;
    private readonly double _prose;

    public PageFacts(PageTree tree, IReadOnlyList<PageNode> parts, IReadOnlyList<ReadBlock> blocks, PageMetadata metadata)
    {
        _prose = Math.Max(1, tree.Root.Prose);
        Letters = [.. blocks.Select(block => PageText.LetterCount(block.Block.Text))];
        Folded = [.. blocks.Select(block => PageText.Fold(block.Block.Text))];
        var chosen = parts.ToHashSet();
        InPart = [.. blocks.Select(block => IsInPart(block.Node!, chosen))];
        FirstInPart = Math.Max(0, Array.IndexOf(InPart, true));
        LastInPart = Math.Max(FirstInPart, Array.LastIndexOf(InPart, true));
        _distance = Distances(InPart);
        _before = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
            _before[i + 1] = _before[i] + Letters[i];
        TotalLetters = Math.Max(1, _before[^1]);
        PartShare = (float)(parts.Sum(part => part.Prose) / _prose);

        var title = PageText.Fold(metadata.Title ?? string.Empty);
        TitleWords = TextShape.Words(metadata.Title ?? string.Empty);
        TitleAt = Folded.Length == 0 ? 0 : Math.Max(0, Array.FindLastIndex(Folded, FirstInPart, text => text.Length > 0 && text == title));
        Description = PageText.Fold(metadata.Description ?? string.Empty);
        Declared = new DeclaredText(metadata.DeclaredBody);
    }

    /// <summary>Letters of each block.</summary>
    public int[] Letters { get; }

    /// <summary>Letters and digits of each block, lower case.</summary>
    public string[] Folded { get; }

    /// <summary>Whether the rules took the block's place for the article's.</summary>
    public bool[] InPart { get; }

    public int FirstInPart { get; }

    public int LastInPart { get; }

    public int TitleAt { get; }

    public HashSet<string> TitleWords { get; }

    public string Description { get; }

    public int TotalLetters { get; }

    public float PartShare { get; }

    /// <summary>The text that the page's structured data has.</summary>
    public DeclaredText Declared { get; }

    public bool HasDeclared => Declared.Letters >= MinDeclaredLetters;

    public NodeContext Context(PageNode node)
    {
        if (_contexts.TryGetValue(node, out var known))
            return known;

        var context = new NodeContext(node, node.Parent is { } parent ? Context(parent) : null);
        _contexts.Add(node, context);
        return context;
    }

    /// <summary>The part of the page's prose that stands below the node.</summary>
    public float Share(PageNode node) => (float)(node.Prose / _prose);

    /// <summary>The part of the page's letters that stands before the block.</summary>
    public float LettersBefore(int i) => _before[i] / (float)TotalLetters;

    /// <summary>Blocks between this one and the nearest that the rules took.</summary>
    public int DistanceToPart(int i) => _distance[i];

    /// <summary>1 when the page's structured data has the block's text, 0 when it has another, -1 when it has none.</summary>
    public float IsDeclared(int i) => !HasDeclared ? -1 : Declared.Holds(Folded[i]) ? 1 : 0;

    private static bool IsInPart(PageNode node, HashSet<PageNode> parts)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.Dropped is not null)
                return false;
            if (parts.Contains(at))
                return true;
        }

        return false;
    }

    private static int[] Distances(bool[] inPart)
    {
        const int Far = 99;
        var distance = new int[inPart.Length];
        for (int i = 0, last = -Far; i < inPart.Length; i++)
        {
            last = inPart[i] ? i : last;
            distance[i] = Math.Min(Far, i - last);
        }

        for (int i = inPart.Length - 1, next = inPart.Length + Far; i >= 0; i--)
        {
            next = inPart[i] ? i : next;
            distance[i] = Math.Min(distance[i], next - i);
        }

        return distance;
    }
}
