using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion;

/// <summary>How long one pattern may look at one text. All patterns are linear in practice; the bound is for texts that nobody thought of.</summary>
internal static class PatternPatience
{
    /// <summary>By the clock on the wall, which goes on while a busy machine lets the process wait: so it is far above what any text takes.</summary>
    public const int Milliseconds = 10_000;

    public static readonly TimeSpan Span = TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>What is read; a pattern that ran out of patience becomes the reader's own exception.</summary>
    public static T Within<T>(Func<T> read, Func<RegexMatchTimeoutException, Exception> unreadable)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException problem)
        {
            throw unreadable(problem);
        }
    }
}
