using System.Text.Json;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Reads the blocks of a pushed body: objects with type, text, level and url, or plain strings for paragraphs.</summary>
internal static class JsonBlocks
{
    private static readonly HashSet<string> Types =
        [BlockTypes.Paragraph, BlockTypes.Heading, BlockTypes.Quote, BlockTypes.List, BlockTypes.Image, BlockTypes.Table, BlockTypes.Embed];

    public static List<ArticleBlock> Read(IReadOnlyList<JsonElement> blocks) =>
        WholeBody.Blocks(blocks.Select(ReadBlock));

    public static ArticleBlock Paragraph(string text) =>
        new() { Type = BlockTypes.Paragraph, Text = WholeBody.Block(text) };

    private static ArticleBlock ReadBlock(JsonElement element, int index)
    {
        if (element.ValueKind == JsonValueKind.String)
            return Paragraph(PageText.Normalize(LenientJson.StringOf(element)));
        if (element.ValueKind != JsonValueKind.Object)
            throw new UnreadableArticleException($"The member \"body[{index}]\" must be a block object or a string.");

        var members = new JsonMembers(element, $"body[{index}].");
        var type = members.Text("type", ExtractionLimits.MaxTitleLength) ?? BlockTypes.Paragraph;
        if (!Types.Contains(type))
            throw new UnreadableArticleException($"The member \"body[{index}].type\" must be one of {string.Join(", ", Types)}.");

        var block = new ArticleBlock
        {
            Type = type,
            Text = WholeBody.Block(Lines(members.Raw("text"))),
            Level = type == BlockTypes.Heading ? Math.Clamp(members.Number("level") ?? 2, 2, 6) : null,
            Url = members.Address("url"),
        };
        return EmbedProviders.Find(block.Type == BlockTypes.Embed ? block.Url : null) is { } known ? block with { Provider = known.Provider, Url = known.Url } : block;
    }

    // A list's items and a table's rows are lines.
    private static string Lines(string? text) =>
        string.Join('\n', (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(PageText.Normalize).Where(line => line.Length > 0));
}
