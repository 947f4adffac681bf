using AngleSharp.Dom;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Turns the found parts of a page into blocks, in reading order.</summary>
internal sealed class BlockReader(PageTree tree, PageAddress address)
{
    private readonly List<ReadBlock> _blocks = [];
    private readonly InlineText _run = new();

    public static List<ReadBlock> Read(PageTree tree, PageAddress address, IEnumerable<PageNode> parts)
    {
        var reader = new BlockReader(tree, address);
        foreach (var part in parts)
        {
            reader.ReadElement(part.Element);
            reader.EndRun();
        }

        return reader._blocks;
    }

    private void ReadChildren(INode parent, bool inLink)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
                _run.Append(text.Data, inLink);
            else if (child is IElement element && !tree.IsLeftOut(element))
                ReadElement(element, inLink);
        }
    }

    private void ReadElement(IElement element, bool inLink = false)
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
                ReadWhole(element, BlockTypes.Heading, Math.Clamp(element.LocalName[1] - '0', 2, 6));
                break;
            case "blockquote" when FigureReader.IsPost(element):
                EndRun();
                Add(FigureReader.Post(element, address));
                break;
            case "blockquote":
                ReadQuote(element);
                break;
            case "ul" or "ol" or "dl":
                ReadList(element);
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

    private void ReadWhole(IElement element, string type, int? level)
    {
        EndRun();
        ReadChildren(element, inLink: false);
        foreach (var (text, links) in _run.Take())
            Add(new ReadBlock(new ArticleBlock { Type = type, Text = text, Level = level }, links));
    }

    // A quotation keeps its paragraphs as lines of one block; its pictures follow it.
    private void ReadQuote(IElement element)
    {
        EndRun();
        var before = _blocks.Count;
        ReadChildren(element, inLink: false);
        EndRun();
        Fold(before, BlockTypes.Quote, block => block.Type is BlockTypes.Paragraph or BlockTypes.Heading or BlockTypes.Quote);
    }

    private void ReadList(IElement element)
    {
        EndRun();
        var before = _blocks.Count;
        foreach (var item in element.Children.Where(child => !tree.IsLeftOut(child)))
        {
            ReadChildren(item, inLink: false);
            EndRun();
        }

        Fold(before, BlockTypes.List, block => block.Type is BlockTypes.Paragraph or BlockTypes.List);
    }

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
        if (read is not null && _blocks.Count < ExtractionLimits.MaxBlocks)
            _blocks.Add(read with { Block = read.Block with { Text = PageText.Cut(read.Block.Text, ExtractionLimits.MaxBlockLength) } });
    }
}

/// <summary>A block and how many letters of it are link text, which cleaning has to know.</summary>
internal sealed record ReadBlock(ArticleBlock Block, int LinkLetters)
{
    public double LinkDensity { get; } = (double)LinkLetters / Math.Max(1, PageText.LetterCount(Block.Text));
}
