using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Gives a picture the caption that the page prints under it as a paragraph.</summary>
internal static class CaptionJoin
{
    private const int MaxLength = 400;

    public static List<ReadBlock> Join(IReadOnlyList<ReadBlock> read)
    {
        var joined = new List<ReadBlock>();
        foreach (var block in read)
        {
            if (joined.Count > 0 && joined[^1].Block is { Type: BlockTypes.Image, Text.Length: 0 } && IsCaption(block))
                joined[^1] = joined[^1] with { Block = joined[^1].Block with { Text = block.Block.Text } };
            else
                joined.Add(block);
        }

        return joined;
    }

    private static bool IsCaption(ReadBlock block) =>
        block.Block is { Type: BlockTypes.Paragraph, Text.Length: <= MaxLength }
        && (Phrases.IsCredit(block.Block.Text) || block.Node is { Hints.Caption: true } or { Parent.Hints.Caption: true });
}
