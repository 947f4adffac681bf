namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// The text that a page declares as its article's, where far more looks like one: rankings, statistics and other stories under it. It counts only when the page
/// prints all of it and goes on in another box: a teaser of the text is declared too, but there the next paragraph follows in the same one.
/// </summary>
internal static class DeclaredPart
{
    private const int MinLetters = 600;
    private const int FarMore = 2;

    /// <summary>Takes out of the chosen blocks what is not declared, when the declared text is a whole one.</summary>
    public static void Narrow(bool[] chosen, IReadOnlyList<ReadBlock> blocks, PageFacts facts)
    {
        if (facts.Declared.Letters < MinLetters || Enumerable.Range(0, chosen.Length).Sum(i => chosen[i] ? facts.Letters[i] : 0) <= FarMore * facts.Declared.Letters)
            return;

        var declared = Enumerable.Range(0, chosen.Length).Where(i => chosen[i] && facts.Declared.HoldsLine(facts.Folded[i])).ToList();
        if (!facts.Declared.IsWhole(facts.Declared.LettersIn(declared.Select(i => blocks[i].Block))))
            return;

        var next = Array.IndexOf(chosen, true, declared[^1] + 1);
        if (next >= 0 && blocks[next].Node!.Parent == blocks[declared[^1]].Node!.Parent)
            return;

        for (var i = 0; i < chosen.Length; i++)
            chosen[i] &= i >= declared[0] && i <= declared[^1] && facts.Declared.Holds(facts.Folded[i]);
    }
}
