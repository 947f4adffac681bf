using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Turns a page into blocks, in reading order: all that shows text, whatever it belongs to.</summary>
internal sealed class BlockReader(PageTree tree, PageAddress address)
{
    // Blocks of the whole page; what is behind them is left out.
    private const int MaxCandidates = 2 * ExtractionLimits.MaxBlocks;
    private const int LongItem = 1_000;

    private readonly List<ReadBlock> _blocks = [];
    private readonly InlineText _run = new();

    private PageNode _node = tree.Root;

    public static List<ReadBlock> Read(PageTree tree, PageAddress address)
    {
        var reader = new BlockReader(tree, address);
        reader.ReadChildren(tree.Root.Element, inLink: false);
        reader.EndRun();
        return reader._blocks;
    }

    private void ReadChildren(INode parent, bool inLink)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                _run.Append(text.Data, inLink);
            else if (child is IElement element && FigureReader.Drawn(element, address) is { } drawn)
                AddBeside(drawn);
            else if (child is IElement shown && !tree.IsSilent(shown))
                ReadElement(shown, inLink);
        }
    }

    private void AddBeside(ReadBlock drawn)
    {
        EndRun();
        Add(drawn);
    }

    private void ReadElement(IElement element, bool inLink)
    {
        if (tree.NodeOf(element) is not { } node)
        {
            ReadAs(element, inLink);
            return;
        }

        EndRun();
        var around = _node;
        _node = node;
        ReadAs(element, inLink || node.InsideLink);
        EndRun();
        _node = around;
    }

    private void ReadAs(IElement element, bool inLink)
    {
        switch (element.LocalName)
        {
            case "br":
                _run.Break();
                break;
            case "img" or "picture" or "figure" when FigureReader.IsPicture(element):
                EndRun();
                Add(FigureReader.Read(element, address));
                break;
            case "iframe" or "video" or "audio" or "embed":
                EndRun();
                Add(FigureReader.Embed(element, address));
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadWhole(element, BlockTypes.Heading, Math.Clamp(element.LocalName[1] - '0', 2, 6), inLink);
                break;
            case "blockquote" when EmbedElement.IsPost(element):
                EndRun();
                Add(FigureReader.Post(element, address));
                break;
            case "blockquote":
                ReadQuote(element, inLink);
                break;
            case "ul" or "ol" or "dl" when IsList():
                ReadList(element, inLink);
                break;
            case "table" when TableReader.IsData(element):
                EndRun();
                Add(TableReader.Read(element));
                break;
            case var tag when PageTree.IsInline(tag):
                ReadChildren(element, inLink || tag == "a");
                break;
            default:
                EndRun();
                ReadChildren(element, inLink);
                EndRun();
                break;
        }
    }

    private void ReadWhole(IElement element, string type, int? level, bool inLink)
    {
        EndRun();
        ReadChildren(element, inLink);
        foreach (var (text, links) in _run.Take())
            Add(new ReadBlock(new ArticleBlock { Type = type, Text = text, Level = level }, links));
    }

    // A quotation keeps its paragraphs as lines of one block; its pictures follow it.
    private void ReadQuote(IElement element, bool inLink)
    {
        EndRun();
        var before = _blocks.Count;
        ReadChildren(element, inLink);
        EndRun();
        Fold(before, BlockTypes.Quote, block => block.Type is BlockTypes.Paragraph or BlockTypes.Heading or BlockTypes.Quote);
    }

    private void ReadList(IElement element, bool inLink)
    {
        EndRun();
        var before = _blocks.Count;
        foreach (var item in element.Children.Where(child => !tree.IsSilent(child)))
        {
            ReadChildren(item, inLink);
            EndRun();
        }

        Fold(before, BlockTypes.List, block => block.Type is BlockTypes.Paragraph or BlockTypes.List);
    }

    // Pages put whole articles and shelves of cards into lists; those are no lists to a reader.
    private bool IsList() => !_node.All().Skip(1).Any(inner => inner.Tag is "article" or "section" or "h1" or "h2" or "h3" or "figure" || inner.OwnLetters > LongItem);

    private void Fold(int from, string type, Func<ArticleBlock, bool> folds)
    {
        var texts = _blocks.Skip(from).Where(read => folds(read.Block)).ToList();
        if (texts.Count == 0)
            return;

        var rest = _blocks.Skip(from).Where(read => !folds(read.Block)).ToList();
        _blocks.RemoveRange(from, _blocks.Count - from);
        Add(new ReadBlock(new ArticleBlock { Type = type, Text = string.Join('\n', texts.Select(read => read.Block.Text)) }, texts.Sum(read => read.LinkLetters)));
        _blocks.AddRange(rest);
    }

    private void EndRun()
    {
        foreach (var (text, links) in _run.Take())
            Add(new ReadBlock(new ArticleBlock { Type = BlockTypes.Paragraph, Text = text }, links));
    }

    private void Add(ReadBlock? read)
    {
        if (read is not null && _blocks.Count < MaxCandidates)
            _blocks.Add(read with { Node = _node, Block = read.Block with { Text = PageText.Cut(read.Block.Text, ExtractionLimits.MaxBlockLength) } });
    }
}

/// <summary>A block and how many letters of it are link text, which cleaning has to know.</summary>
internal sealed record ReadBlock(ArticleBlock Block, int LinkLetters)
{
    /// <summary>The block of the page that holds it.</summary>
    public PageNode? Node { get; init; }

    public double LinkDensity { get; } = (double)LinkLetters / Math.Max(1, PageText.LetterCount(Block.Text));
}
