using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Newsctl.Output;

/// <summary>The parts of an article for people.</summary>
internal static class ArticleScreen
{
    public static void Text(this Screen screen, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            screen.Heading("Text");
            screen.Line(text);
        }
    }

    public static void Understanding(this Screen screen, IReadOnlyList<Entity>? entities, IReadOnlyList<Quotation>? quotes, IReadOnlyList<AttributionEdge>? attribution)
    {
        screen.Section("Names", ["name", "type", "id", "role", "mentions"], entities, entity => [entity.Name, entity.Type, entity.Id, entity.Role, Spans(entity.Mentions)]);
        screen.Section(
            "Quotes",
            ["speaker", "what it is", "words", "how", "where"],
            quotes,
            quote => [quote.Speaker, What(quote.SpeakerKind, quote.SpeakerId), quote.Text, quote.Direct ? "direct" : "reported", $"{quote.Start}-{quote.End}"]);
        screen.Section(
            "Attribution",
            ["who", "what it is", "cites", "what it is", "evidence", "where"],
            attribution,
            edge => [edge.From, What(edge.FromKind, edge.FromId), edge.To, What(edge.ToKind, edge.ToId), edge.Evidence, edge.EvidenceSpan is { } span ? Span(span) : null]);
    }

    public static void Related(this Screen screen, IReadOnlyList<RelatedLink>? related) =>
        screen.Section("Related", ["headline", "section", "published", "address"], related, link => [link.Headline, link.Section, $"{link.PublishedAt:yyyy-MM-dd HH:mm}", link.Url]);

    private static void Section<T>(this Screen screen, string heading, IReadOnlyList<string> columns, IReadOnlyList<T>? items, Func<T, IReadOnlyList<string?>> row)
    {
        if (items is { Count: > 0 })
        {
            screen.Heading(heading);
            screen.Table(columns, items.Select(row));
        }
    }

    /// <summary>First code point and one past the last.</summary>
    public static string Span(TextSpan span) => $"{span.Start}-{span.End}";

    private static string? What(string? kind, string? id) => id is null ? kind : $"{kind} {id}";

    private static string Spans(IReadOnlyList<TextSpan> spans) => string.Join(", ", spans.Select(Span));
}
