namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Whom the SDK listens to: our own meters and sources, and those of the frameworks beneath.</summary>
internal static class Instruments
{
    /// <summary>Matches every meter and source of the platform.</summary>
    private const string Own = "NewsPlatform.*";

    public static IReadOnlyList<string> Sources { get; } = [Own, "Microsoft.AspNetCore", "System.Net.Http", "MassTransit", "Yarp.ReverseProxy"];

    public static IReadOnlyList<string> Meters { get; } =
    [
        Own,
        "MassTransit",
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
    ];
}
