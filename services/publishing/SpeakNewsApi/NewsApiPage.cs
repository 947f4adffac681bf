namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>Which results are asked for.</summary>
/// <param name="Skip">Results before them.</param>
/// <param name="Size">How many, 1 to 100.</param>
internal sealed record NewsApiPage(int Skip, int Size)
{
    private const int LargestSize = 100;

    /// <summary>Reads <c>page</c> and <c>pageSize</c>.</summary>
    /// <param name="parameters">The request's.</param>
    /// <param name="usualSize">When it gives none.</param>
    /// <param name="most">Results that the key may reach.</param>
    /// <param name="page">Not to be used with a fault.</param>
    /// <returns>Null when they can be had.</returns>
    public static NewsApiFault? Read(NewsApiParameters parameters, int usualSize, int most, out NewsApiPage page)
    {
        page = new NewsApiPage(0, usualSize);
        if (!parameters.TryNumber("page", 1, out var number) || !parameters.TryNumber("pageSize", usualSize, out var size))
        {
            return NewsApiFault.Invalid;
        }

        if (number < 1)
        {
            return NewsApiFault.PageBelowOne(number);
        }

        if (size < 1)
        {
            return NewsApiFault.PageSizeBelowOne;
        }

        // Both are at most 10¹²: the product is beyond a long only where each alone is too many.
        var to = number > long.MaxValue / size ? long.MaxValue : number * size;
        if (size > LargestSize || to > most)
        {
            return NewsApiFault.TooDeep(size > LargestSize ? LargestSize : most, to - size, to);
        }

        page = new NewsApiPage((int)(to - size), (int)size);
        return null;
    }
}
