namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>What a block stands in: each figure counts how many steps up it is to the nearest ancestor of that kind, 0 for none.</summary>
internal sealed class NodeContext
{
    public NodeContext(PageNode node, NodeContext? above)
    {
        Depth = (above?.Depth ?? 0) + 1;
        Flags = new HintSteps(
            Step(node.Hints.Article, above?.Flags.Article), Step(node.Hints.Furniture, above?.Flags.Furniture), Step(node.Hints.Related, above?.Flags.Related),
            Step(node.Hints.Comments, above?.Flags.Comments), Step(node.Hints.Standfirst, above?.Flags.Standfirst), Step(node.Hints.Margin, above?.Flags.Margin),
            Step(node.Hints.Caption, above?.Flags.Caption));
        InArticle = Step(node.Tag == "article", above?.InArticle);
        InMain = Step(node.Tag == "main", above?.InMain);
        InAside = Step(node.Tag == "aside", above?.InAside);
        InFooter = Step(node.Tag == "footer", above?.InFooter);
        InHeader = Step(node.Tag == "header", above?.InHeader);
        InNav = Step(node.Tag == "nav", above?.InNav);
        InFigure = Step(node.Tag is "figure" or "figcaption", above?.InFigure);
        InList = Step(node.Tag is "ul" or "ol" or "dl", above?.InList);
        InTable = Step(node.Tag == "table", above?.InTable);
        InBody = Step(node.Element.GetAttribute("itemprop") == "articleBody", above?.InBody);
    }

    public int Depth { get; }

    public HintSteps Flags { get; }

    public int InArticle { get; }

    public int InMain { get; }

    public int InAside { get; }

    public int InFooter { get; }

    public int InHeader { get; }

    public int InNav { get; }

    public int InFigure { get; }

    public int InList { get; }

    public int InTable { get; }

    public int InBody { get; }

    private static int Step(bool here, int? above) => here ? 1 : above is null or 0 ? 0 : above.Value + 1;
}

/// <summary>Steps up to the nearest ancestor whose name hints at each role.</summary>
internal sealed record HintSteps(int Article, int Furniture, int Related, int Comments, int Standfirst, int Margin, int Caption);
