namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>The label of a word within a name: outside, or beginning, inside, last or only word of a name of one type.</summary>
internal static class NameLabels
{
    public const int Outside = 0;

    /// <summary>How many labels there are.</summary>
    public const int Count = 13;

    private const int Begin = 0;
    private const int Inside = 1;
    private const int Last = 2;
    private const int Only = 3;
    private const int Places = 4;

    private static readonly string[] Types = [EntityTypes.Person, EntityTypes.Place, EntityTypes.Organisation];

    /// <summary>Whether the second label may follow the first.</summary>
    public static bool MayFollow(int label, int next)
    {
        var open = label != Outside && PlaceOf(label) is Begin or Inside;
        var continues = next != Outside && PlaceOf(next) is Inside or Last;
        return open == continues && (!open || TypeOf(label) == TypeOf(next));
    }

    /// <summary>Whether a sequence may begin with the label.</summary>
    public static bool MayOpen(int label) => label == Outside || PlaceOf(label) is Begin or Only;

    /// <summary>Whether a sequence may end with the label.</summary>
    public static bool MayClose(int label) => label == Outside || PlaceOf(label) is Last or Only;

    /// <summary>Writes a name's labels into those of its text.</summary>
    public static void Write(Span<byte> labels, Mention mention)
    {
        var type = Array.IndexOf(Types, mention.Type);
        for (var i = mention.First; i <= mention.Last; i++)
        {
            var place = mention.Count == 1 ? Only : i == mention.First ? Begin : i == mention.Last ? Last : Inside;
            labels[i] = (byte)(1 + (type * Places) + place);
        }
    }

    /// <summary>The names that labels tell; the first label is that of the word at <paramref name="offset"/>.</summary>
    public static IEnumerable<Mention> Read(byte[] labels, int offset)
    {
        var first = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == Outside)
            {
                continue;
            }

            first = PlaceOf(labels[i]) is Begin or Only ? i : first;
            if (PlaceOf(labels[i]) is Last or Only)
            {
                yield return new Mention(offset + first, offset + i, Types[TypeOf(labels[i])]);
            }
        }
    }

    private static int TypeOf(int label) => (label - 1) / Places;

    private static int PlaceOf(int label) => (label - 1) % Places;
}
