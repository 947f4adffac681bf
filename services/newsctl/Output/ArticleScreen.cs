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
        screen.Section("Names", ["name", "type", "role", "mentions"], entities, entity => [entity.Name, entity.Type, entity.Role, Spans(entity.Mentions)]);
        screen.Section("Quotes", ["speaker", "words", "where"], quotes, quote => [quote.Speaker, quote.Text, $"{quote.Start}-{quote.End}"]);
        screen.Section("Attribution", ["who", "cites", "what it is", "evidence"], attribution, edge => [edge.From, edge.To, edge.ToKind, edge.Evidence]);
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

    private static string Spans(IReadOnlyList<TextSpan> spans) => string.Join(", ", spans.Select(span => $"{span.Start}-{span.End}"));
}
