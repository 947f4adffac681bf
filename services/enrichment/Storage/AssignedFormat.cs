using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>
/// How the log holds an article's decision: a short head, which every start reads, and a body with what the article is compared by, which is read as long
/// as its story is open. Either begins with the number of its form.
/// </summary>
internal static class AssignedFormat
{
    private const byte HeadForm = 1;
    private const byte TermsForm = 1;
    private const int LongestInPlace = 1024;

    /// <summary>The head as text; position, article and revision stand in the log's own fields.</summary>
    public static string WriteHead(ArticleAssigned entry)
    {
        var writer = new PackedWriter();
        writer.Write(HeadForm);
        writer.WriteTime(entry.At);
        writer.WriteId(entry.StoryId);
        writer.Write(entry.Language);
        writer.Write(entry.Title);
        writer.WriteTime(entry.Time);
        writer.WriteTime(entry.SeenAt);
        writer.Write(entry.Score);
        writer.Write(entry.Reason ?? "");
        writer.WriteOptionalId(entry.DuplicateOf);
        writer.Write(entry.DuplicateKind ?? "");
        writer.Write(entry.DuplicateShare ?? -1);
        writer.Write(entry.IsLate);
        writer.Write(entry.Source ?? "");
        if (entry.EmbargoedUntil is { } until)
        {
            writer.WriteTime(until);
        }

        return Convert.ToBase64String(writer.Written);
    }

    public static ArticleAssigned ReadHead(LogEntry entry)
    {
        // A million are read one after the other: those of usual length without an array each.
        Span<byte> place = stackalloc byte[LongestInPlace];
        var reader = new PackedReader(Convert.TryFromBase64String(entry.Payload, place, out var written) ? place[..written] : Convert.FromBase64String(entry.Payload));
        Check(reader.ReadByte(), HeadForm, entry.Position);
        return new ArticleAssigned
        {
            Position = entry.Position,
            ArticleId = entry.Subject,
            Revision = entry.Revision,
            At = reader.ReadTime(),
            StoryId = reader.ReadId(),
            Language = reader.ReadWord(),
            Title = reader.ReadString(),
            Time = reader.ReadTime(),
            SeenAt = reader.ReadTime(),
            Score = reader.ReadDouble(),
            Reason = OrNull(reader.ReadWord()),
            DuplicateOf = reader.ReadOptionalId(),
            DuplicateKind = OrNull(reader.ReadWord()),
            DuplicateShare = reader.ReadDouble() is >= 0 and var share ? share : null,
            IsLate = reader.ReadBoolean(),
            Source = reader.ReadWord(),
            EmbargoedUntil = reader.IsAtEnd ? null : reader.ReadTime(),
        };
    }

    public static byte[] WriteTerms(ArticleTerms terms)
    {
        var writer = new PackedWriter();
        writer.Write(TermsForm);
        Write(writer, terms.Vector);
        writer.Write(terms.CrossLanguage is not null);
        if (terms.CrossLanguage is not null)
        {
            Write(writer, terms.CrossLanguage);
        }

        writer.WriteValues(terms.Fingerprint);
        writer.Write(terms.Sketch is not null);
        if (terms.Sketch is not null)
        {
            writer.Write(terms.Sketch.IsWhole);
            writer.WriteValues(terms.Sketch.Smallest);
        }

        writer.WriteWords(terms.Shared);
        writer.WriteWords(terms.SharedNames);
        return writer.Written.ToArray();
    }

    public static ArticleTerms ReadTerms(long position, byte[] body)
    {
        var reader = new PackedReader(body);
        Check(reader.ReadByte(), TermsForm, position);
        return new ArticleTerms
        {
            Vector = ReadVector(ref reader),
            CrossLanguage = reader.ReadBoolean() ? ReadVector(ref reader) : null,
            Fingerprint = reader.ReadValues(),
            Sketch = reader.ReadBoolean() ? ReadSketch(ref reader) : null,
            Shared = reader.ReadWords() ?? [],
            SharedNames = reader.ReadWords(),
        };
    }

    /// <summary>The same for an index: terms by their numbers there, and nothing of what only explains.</summary>
    /// <param name="position">The entry.</param>
    /// <param name="body">As <see cref="WriteTerms"/> wrote it.</param>
    /// <param name="words">Numbers the article's terms; null when only its names are asked for.</param>
    /// <param name="names">Numbers those across languages.</param>
    /// <param name="compared">Whether the article itself is to be compared, or its terms are only to be counted.</param>
    public static NumberedTerms ReadNumbered(long position, byte[] body, LanguageIndex? words, LanguageIndex names, bool compared)
    {
        var reader = new PackedReader(body);
        Check(reader.ReadByte(), TermsForm, position);
        var terms = ReadNumbers(ref reader, words, compared);
        var across = reader.ReadBoolean() ? ReadNumbers(ref reader, names, compared) : default;
        return !compared
            ? new NumberedTerms(terms.Numbers ?? [], across.Numbers ?? [])
            : new NumberedTerms(terms.Numbers ?? [], across.Numbers ?? [])
            {
                Vector = terms.Weights,
                CrossLanguage = across.Weights,
                Fingerprint = reader.ReadValues(),
                Sketch = reader.ReadBoolean() ? ReadSketch(ref reader) : TextSketch.None,
            };
    }

    private static (int[]? Numbers, TermWeights? Weights) ReadNumbers(ref PackedReader reader, LanguageIndex? index, bool compared)
    {
        // No list counts one less than an empty one.
        var numbers = new int[Math.Clamp(reader.ReadInt() - 1, 0, reader.Left)];
        if (index is null)
        {
            reader.SkipTexts(numbers.Length);
        }
        else
        {
            index.Number(ref reader, numbers);
        }

        var weights = new int[Math.Min(reader.ReadInt(), numbers.Length)];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = reader.ReadInt();
        }

        return index is null ? (null, null) : (numbers, compared ? LanguageIndex.Sorted(numbers[..weights.Length], weights) : null);
    }

    private static void Write(PackedWriter writer, StoryVector vector)
    {
        writer.WriteWords(vector.Terms);
        writer.WriteInt(vector.Weights.Count);
        foreach (var weight in vector.Weights)
        {
            writer.WriteInt(weight);
        }
    }

    private static StoryVector ReadVector(ref PackedReader reader)
    {
        var terms = reader.ReadWords() ?? [];
        var weights = new int[Math.Min(reader.ReadInt(), terms.Length)];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = reader.ReadInt();
        }

        return new StoryVector(terms, weights);
    }

    private static TextSketch ReadSketch(ref PackedReader reader)
    {
        var isWhole = reader.ReadBoolean();
        return new TextSketch(reader.ReadValues(), isWhole);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static void Check(byte form, byte known, long position)
    {
        if (form != known)
        {
            throw new InvalidOperationException($"The story log's entry {position} is written in form {form}, this program knows {known}: it was written by a newer version; run that one.");
        }
    }
}
