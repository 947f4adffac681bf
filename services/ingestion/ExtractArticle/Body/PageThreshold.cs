namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>
/// How likely a block of this page must be the article's to be taken. Taking a block raises the F1 that is to be expected of the page as long as its
/// likelihood is above half of that F1: on a page that the model is sure of this is near one half, on a page of a kind that it knows little of it is less.
/// </summary>
internal static class PageThreshold
{
    private const float Least = 0.05f;

    /// <summary>The threshold, from what the model said of each block and how many letters each has.</summary>
    public static float Of(IReadOnlyList<float> said, IReadOnlyList<int> letters)
    {
        var likely = Enumerable.Range(0, said.Count).Sum(i => said[i] * letters[i]);
        float right = 0, taken = 0, best = 0;
        foreach (var i in Enumerable.Range(0, said.Count).OrderByDescending(i => said[i]))
        {
            right += said[i] * letters[i];
            taken += letters[i];
            best = Math.Max(best, 2 * right / (taken + likely + 1));
        }

        return Math.Max(Least, best / 2);
    }
}
