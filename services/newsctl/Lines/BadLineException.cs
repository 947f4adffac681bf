namespace NewsPlatform.Newsctl.Lines;

/// <summary>A line cannot be done; the message is one sentence for people.</summary>
internal sealed class BadLineException(string message, Exception? innerException = null) : Exception(message, innerException);
