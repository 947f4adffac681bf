using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// Describes each block of a page by figures that no language and no publisher owns: its text, its place, its kin, what stands around it, what the
/// rules made of it. The order of the figures is the model's: whoever changes it trains anew (tests/Benchmarks/TrainExtraction).
/// </summary>
internal sealed class BlockFeatures
{
    /// <summary>Figures of one block.</summary>
    public const int Count = OwnCount + (NeighbourCount * 4) + PageCount;

    private const int OwnCount = 56;
    private const int NeighbourCount = 6;
    private const int PageCount = 4;
    private const int MinSameText = 20;

    private readonly IReadOnlyList<ReadBlock> _blocks;
    private readonly PageMetadata _metadata;
    private readonly PageFacts _facts;
    private readonly Kin[] _kin;
    private readonly HashSet<string> _seen = [];

    public BlockFeatures(IReadOnlyList<ReadBlock> blocks, PageFacts facts, PageMetadata metadata)
    {
        _blocks = blocks;
        _metadata = metadata;
        _facts = facts;
        _kin = new Kin[blocks.Count];
        var kins = new Dictionary<int, Kin>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var key = KeyOf(blocks[i]);
            if (!kins.TryGetValue(key, out var kin))
                kins.Add(key, kin = new Kin());
            _kin[i] = kin;
            kin.Blocks++;
            kin.Letters += _facts.Letters[i];
            kin.Links += blocks[i].LinkLetters;
            kin.InPart += _facts.InPart[i] ? 1 : 0;
        }
    }

    /// <summary>One row of <see cref="Count"/> figures for each block, in their order.</summary>
    public float[] Rows()
    {
        var rows = new float[_blocks.Count * Count];
        for (var i = 0; i < _blocks.Count; i++)
            WriteOwn(i, rows.AsSpan(i * Count, OwnCount));
        for (var i = 0; i < _blocks.Count; i++)
        {
            var row = rows.AsSpan(i * Count, Count);
            for (var n = 0; n < 4; n++)
                WriteNeighbour(i + (n < 2 ? n - 2 : n - 1), rows, row.Slice(OwnCount + (n * NeighbourCount), NeighbourCount));
            var page = row[(OwnCount + (NeighbourCount * 4))..];
            page[0] = MathF.Log(1 + _facts.TotalLetters);
            page[1] = _facts.PartShare;
            page[2] = _facts.HasDeclared ? 1 : 0;
            page[3] = _blocks.Count;
        }

        return rows;
    }

    private void WriteOwn(int i, Span<float> row)
    {
        var block = _blocks[i];
        var text = block.Block.Text;
        var node = block.Node!;
        var context = _facts.Context(node);
        var letters = _facts.Letters[i];
        var n = 0;
        row[n++] = MathF.Log(1 + letters);
        row[n++] = (float)block.LinkDensity;
        row[n++] = TextShape.Commas(text) * 100f / (letters + 20);
        row[n++] = TextShape.Stops(text);
        row[n++] = TextShape.EndsSentence(text) ? 1 : 0;
        row[n++] = TextShape.StartsUpper(text) ? 1 : 0;
        row[n++] = TextShape.DigitShare(text);
        row[n++] = TextShape.UpperShare(text);
        row[n++] = TextShape.Lines(text);
        row[n++] = TypeCode(block.Block.Type);
        row[n++] = block.Block.Level ?? 0;
        row[n++] = TagCode(node.Tag);
        row[n++] = _facts.InPart[i] ? 1 : 0;
        row[n++] = node.Dropped is { } reason ? 1 + (int)reason : 0;
        row[n++] = context.Depth;
        row[n++] = context.Flags.Article;
        row[n++] = context.Flags.Furniture;
        row[n++] = context.Flags.Related;
        row[n++] = context.Flags.Comments;
        row[n++] = context.Flags.Standfirst;
        row[n++] = context.Flags.Margin;
        row[n++] = context.Flags.Caption;
        row[n++] = context.InArticle;
        row[n++] = context.InMain;
        row[n++] = context.InAside;
        row[n++] = context.InFooter;
        row[n++] = context.InHeader;
        row[n++] = context.InNav;
        row[n++] = context.InFigure;
        row[n++] = context.InList;
        row[n++] = context.InTable;
        row[n++] = context.InBody;
        row[n++] = _facts.Share(node.Parent ?? node);
        row[n++] = (float)(node.Parent ?? node).LinkDensity;
        row[n++] = _facts.Share(node.Parent?.Parent ?? node);
        row[n++] = (float)(node.Parent?.Parent ?? node).LinkDensity;
        row[n++] = node.Parent?.Children.Count ?? 0;
        row[n++] = i / (float)_blocks.Count;
        row[n++] = i - _facts.TitleAt;
        row[n++] = i - _facts.FirstInPart;
        row[n++] = _facts.LastInPart - i;
        row[n++] = _facts.DistanceToPart(i);
        row[n++] = _facts.LettersBefore(i);
        row[n++] = TextShape.Likeness(text, _facts.TitleWords);
        row[n++] = _facts.IsDeclared(i);
        row[n++] = IsDescription(i) ? 1 : 0;
        row[n++] = letters > MinSameText && !_seen.Add(_facts.Folded[i]) ? 1 : 0;
        row[n++] = Phrases.IsReadAlso(text) ? Phrases.IsReadAlsoLabel(text) ? 2 : 1 : 0;
        row[n++] = Phrases.IsCall(text) ? 1 : 0;
        row[n++] = Phrases.IsFurnitureLine(text) ? 1 : 0;
        row[n++] = Phrases.IsEndNote(text) ? 1 : 0;
        row[n++] = BlockCleaner.IsByline(block.Block, _metadata) ? 1 : BlockCleaner.IsAboutAuthor(text, _metadata) ? 2 : 0;
        var kin = _kin[i];
        row[n++] = MathF.Log(1 + kin.Blocks);
        row[n++] = kin.Letters / (float)_facts.TotalLetters;
        row[n++] = kin.Links / (float)(kin.Letters + 1);
        row[n++] = kin.InPart / (float)kin.Blocks;
    }

    private void WriteNeighbour(int at, float[] rows, Span<float> row)
    {
        if (at < 0 || at >= _blocks.Count)
        {
            row.Fill(-1);
            return;
        }

        var own = rows.AsSpan(at * Count, OwnCount);
        row[0] = own[0];
        row[1] = own[1];
        row[2] = own[4];
        row[3] = own[9];
        row[4] = own[12];
        row[5] = own[13];
    }

    private bool IsDescription(int i) =>
        _facts.Description.Length > MinSameText && _facts.Folded[i].Length > MinSameText
        && (_facts.Folded[i].StartsWith(_facts.Description, StringComparison.Ordinal) || _facts.Description.StartsWith(_facts.Folded[i], StringComparison.Ordinal));

    private static int KeyOf(ReadBlock block)
    {
        var node = block.Node!;
        return HashCode.Combine(node.Tag, node.Element.ClassName, node.Parent?.Tag, node.Parent?.Element.ClassName, block.Block.Type);
    }

    private static int TypeCode(string type) => type switch
    {
        BlockTypes.Paragraph => 0,
        BlockTypes.Heading => 1,
        BlockTypes.Quote => 2,
        BlockTypes.List => 3,
        BlockTypes.Table => 4,
        _ => 5,
    };

    private static int TagCode(string tag) => tag switch
    {
        "p" => 0,
        "div" => 1,
        "section" or "article" or "main" => 2,
        "li" or "ul" or "ol" or "dl" => 3,
        "h1" => 4,
        "h2" => 5,
        "h3" or "h4" or "h5" or "h6" => 6,
        "td" or "th" or "table" => 7,
        "blockquote" => 8,
        "figcaption" or "figure" => 9,
        _ => 10,
    };

    private sealed class Kin
    {
        public int Blocks;
        public int Letters;
        public int Links;
        public int InPart;
    }
}
