using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What a request brings in its query string and, for writes, in its form; apps use either.</summary>
internal sealed class ReaderParameters(IReadOnlyDictionary<string, StringValues> values)
{
    // A thousand long item ids are 60 kB.
    public const int MaximumBody = 262_144;

    private static readonly FormOptions Form = new() { BufferBody = false, BufferBodyLengthLimit = MaximumBody, ValueCountLimit = 4 * ReaderLimits.Named, ValueLengthLimit = 4_096, KeyLengthLimit = 64 };

    /// <summary>Null when the form cannot be read, or is too large.</summary>
    public static async Task<ReaderParameters?> TryReadAsync(HttpRequest request, CancellationToken ct)
    {
        var given = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (request.ContentLength > MaximumBody)
        {
            return null;
        }

        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return new ReaderParameters(given);
        }

        try
        {
            foreach (var (name, value) in await request.ReadFormAsync(Form, ct))
            {
                given[name] = given.TryGetValue(name, out var before) ? StringValues.Concat(before, value) : value;
            }

            return new ReaderParameters(given);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var found) ? [.. found.OfType<string>().Where(value => value.Length > 0)] : [];

    public string? Text(string name) => All(name) is [var first, ..] ? first : null;

    /// <summary>Streams in their normal form.</summary>
    public IReadOnlyList<string> Streams(string name) => [.. All(name).Select(ReaderStreamIds.Normal)];

    /// <summary>A number from 1 on, cut at the most; what is no number counts as absent, as apps send all kinds of things.</summary>
    public int Number(string name, int whenAbsent, int most) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : whenAbsent;

    /// <summary>Seconds since 1970; null when absent or nothing sensible.</summary>
    public DateTimeOffset? Seconds(string name) => Instant(name, 1);

    /// <summary>Microseconds since 1970; seconds, milliseconds or nanoseconds from apps that send as few or as many digits.</summary>
    public DateTimeOffset? Microseconds(string name) => Instant(name, Text(name)?.Length switch { <= 11 => 1, <= 14 => 1_000, <= 17 => 1_000_000, _ => 1_000_000_000 });

    /// <summary>The question that the parameters put to a stream.</summary>
    public ReaderQuestion Question(string stream, int most) => new()
    {
        Stream = ReaderStreamIds.Normal(stream),
        WithoutRead = Streams("xt").Contains(ReaderStreamIds.Read) || Streams("it").Contains(ReaderStreamIds.Unread),
        OnlyRead = Streams("it").Contains(ReaderStreamIds.Read),
        OnlyStarred = Streams("it").Contains(ReaderStreamIds.Starred),
        Since = Seconds("ot"),
        Until = Seconds("nt"),
        OldestFirst = Text("r") == "o",
        After = Cursor.TryDecode<HitPlace>(Text("c"), out var place) ? place : null,
        Limit = Number("n", 20, most),
    };

    private DateTimeOffset? Instant(string name, long unitsPerSecond) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units / unitsPerSecond is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(units / unitsPerSecond)
            : null;
}
