namespace NewsPlatform.Enrichment.AssignStory.Regrouping;

/// <summary>Where a group of articles hangs together least, by the mean cosine between its two parts (average linkage).</summary>
internal static class AverageLink
{
    /// <summary>
    /// Joins the two most similar groups until two are left. Takes time by the third power of the members, which are at least two.
    /// </summary>
    /// <returns>The mean cosine between the two, 0 to 1, and the places of the smaller one's members; of two as large, the one without the first member.</returns>
    public static (double Similarity, IReadOnlyList<int> Smaller) Weakest(IReadOnlyList<TermWeights> members)
    {
        var similarity = Cosines(members);
        var groups = Enumerable.Range(0, members.Count).Select(place => new List<int> { place }).ToList();
        var open = Enumerable.Range(0, members.Count).ToList();
        while (open.Count > 2)
        {
            var (first, second) = MostSimilar(similarity, open);
            Join(similarity, open, first, second, groups[first].Count, groups[second].Count);
            groups[first].AddRange(groups[second]);
            open.Remove(second);
        }

        // The first member is always in the first group: groups are joined into the one that began earlier.
        var (one, other) = (groups[open[0]], groups[open[1]]);
        return (similarity[open[0], open[1]], [.. (one.Count < other.Count ? one : other).Order()]);
    }

    private static double[,] Cosines(IReadOnlyList<TermWeights> members)
    {
        var cosines = new double[members.Count, members.Count];
        for (var i = 0; i < members.Count; i++)
        {
            for (var j = i + 1; j < members.Count; j++)
            {
                cosines[i, j] = cosines[j, i] = members[i].CosineWith(members[j]);
            }
        }

        return cosines;
    }

    private static (int First, int Second) MostSimilar(double[,] similarity, List<int> open)
    {
        var (first, second, most) = (open[0], open[1], double.MinValue);
        for (var i = 0; i < open.Count; i++)
        {
            for (var j = i + 1; j < open.Count; j++)
            {
                if (similarity[open[i], open[j]] > most)
                {
                    (first, second, most) = (open[i], open[j], similarity[open[i], open[j]]);
                }
            }
        }

        return (first, second);
    }

    private static void Join(double[,] similarity, List<int> open, int first, int second, int ofFirst, int ofSecond)
    {
        foreach (var other in open)
        {
            var mean = ((similarity[first, other] * ofFirst) + (similarity[second, other] * ofSecond)) / (ofFirst + ofSecond);
            similarity[first, other] = similarity[other, first] = mean;
        }
    }
}
