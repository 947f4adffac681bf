namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>The operation failed; the message is one sentence for stderr. Exit code 1.</summary>
internal class CommandFailedException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The command line asks for something that cannot be; the message is one sentence for stderr. Exit code 2.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);

/// <summary>The server gave no answer; the message is one sentence for stderr. Exit code 3.</summary>
internal sealed class ServerUnreachableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The server answered with an error; the message is its sentence. Exit code 1.</summary>
internal sealed class RequestRefusedException(int status, string message) : CommandFailedException(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;
}
