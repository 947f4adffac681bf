using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>Addresses on the command line.</summary>
internal static class WebAddress
{
    public static bool Looks(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="WrongUsageException">The text is no absolute http or https address.</exception>
    public static Uri? Of(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new WrongUsageException($"{option} is '{text}': give an absolute http or https address.");
    }
}
