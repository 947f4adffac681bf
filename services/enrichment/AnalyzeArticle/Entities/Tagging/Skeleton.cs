namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Spells Russian and Ukrainian words alike ("министерства", "міністерства"), so that what is learned from one serves the other.</summary>
internal static class Skeleton
{
    /// <summary>The word with і, ї and ы as и, є and э as е, ґ as г, and without soft signs and apostrophes.</summary>
    public static string Of(string form)
    {
        Span<char> letters = stackalloc char[Math.Min(form.Length, 64)];
        var count = 0;
        foreach (var letter in form.AsSpan(0, letters.Length))
        {
            if (letter is not ('ь' or 'ъ' or '\'' or '’' or 'ʼ'))
            {
                letters[count++] = letter switch
                {
                    'і' or 'ї' or 'ы' => 'и',
                    'є' or 'э' => 'е',
                    'ґ' => 'г',
                    _ => letter,
                };
            }
        }

        return letters[..count].SequenceEqual(form) ? form : new string(letters[..count]);
    }
}
