using System.Globalization;

namespace NewsPlatform.Hosting.Logs;

/// <summary>A place in a log: everything before <paramref name="Position"/> was read. Text form <c>epoch:position</c>.</summary>
/// <param name="Epoch">The log's life.</param>
/// <param name="Position">The next position to read; 1 = the beginning.</param>
public readonly record struct LogCursor(string Epoch, long Position)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}:{Position}");

    /// <summary>False when the text is no cursor.</summary>
    public static bool TryParse(string? text, out LogCursor cursor)
    {
        cursor = default;
        var colon = text?.LastIndexOf(':') ?? -1;
        if (colon <= 0 || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1)
        {
            return false;
        }

        cursor = new LogCursor(text![..colon], position);
        return true;
    }
}
