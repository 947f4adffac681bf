namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// The text that a page declares as its article's, where far more looks like one: rankings, statistics and other stories under it. It counts only when the page
/// prints all of it and goes on in another box: a teaser of the text is declared too, but there the next paragraph follows in the same one.
/// </summary>
internal static class DeclaredPart
{
    private const int MinLetters = 600;
    private const double Printed = 0.9;
    private const int FarMore = 2;

    // What is shorter is in any long text by chance.
    private const int MinSameText = 20;

    /// <summary>Takes out of the chosen blocks what is not declared, when the declared text is a whole one.</summary>
    public static void Narrow(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts)
    {
        if (facts.DeclaredLetters < MinLetters || Enumerable.Range(0, chosen.Length).Sum(i => chosen[i] ? facts.Letters[i] : 0) <= FarMore * facts.DeclaredLetters)
            return;

        var declared = Enumerable.Range(0, chosen.Length).Where(i => chosen[i] && facts.Folded[i].Length > MinSameText && facts.Declared(i) > 0).ToList();
        var printed = declared.Select(i => facts.Folded[i]).Distinct().Sum(text => text.Length);
        if (printed < Printed * facts.DeclaredLetters)
            return;

        var next = Array.IndexOf(chosen, true, declared[^1] + 1);
        if (next >= 0 && blocks[next].Node!.Parent == blocks[declared[^1]].Node!.Parent)
            return;

        for (var i = 0; i < chosen.Length; i++)
            chosen[i] &= i >= declared[0] && i <= declared[^1] && facts.Declared(i) > 0;
    }
}
