namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>What newsctl ends with; <c>--help</c> says the same.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The operation was refused or failed, or a line of many did.</summary>
    public const int Failed = 1;

    public const int Usage = 2;

    public const int Unreachable = 3;

    /// <summary>Ctrl+C, as shells have it.</summary>
    public const int Interrupted = 130;

    public const string Explanation = "Exit codes: 0 done; 1 refused or failed (the sentence on stderr says why); 2 wrong usage; 3 the server cannot be reached; 130 interrupted.";
}
