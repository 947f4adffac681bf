namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>One edition of an invented article.</summary>
/// <param name="Url">Its address, the same in every edition.</param>
/// <param name="Source">Who publishes it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Paragraphs">Its text; the last one names article and edition, so that no two are alike.</param>
internal sealed record InventedArticle(string Url, string Source, string Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>As the API must show it.</summary>
    public string Text => string.Join("\n\n", Paragraphs);
}
