using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Hosting.Http;

/// <summary>Who asks, as the gateway tells the services in <see cref="Header"/>. Only the gateway is believed: it takes off what a client sends under that name, and the services are reached through it alone.</summary>
/// <param name="Name">The key's name; null without a key.</param>
/// <param name="FullText">True when the key may read whole texts by the NewsAPI dialect.</param>
/// <param name="MaximumResults">How deep it may page there.</param>
/// <param name="HistoryDays">How far back it may search there; null = everything.</param>
public sealed record Caller(string? Name, bool FullText, int MaximumResults, int? HistoryDays)
{
    public const string Header = "X-NewsPlatform-Caller";

    /// <summary>Results that a client may page through unless its key says otherwise.</summary>
    public const int UsualMaximumResults = 10_000;

    /// <summary>Somebody without a key.</summary>
    public static readonly Caller Anonymous = new(null, FullText: false, UsualMaximumResults, null);

    /// <summary>Who asked; <see cref="Anonymous"/> where the header is absent or not as <see cref="ToString"/> writes it.</summary>
    public static Caller Of(HttpRequest request)
    {
        if (request.Headers[Header].ToString().Split(';') is not [{ Length: > 0 } name, var text, var most, var days]
            || !int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var results))
        {
            return Anonymous;
        }

        return new Caller(Uri.UnescapeDataString(name), text == "full", results, int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var history) ? history : null);
    }

    /// <summary>The header's value.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(Name ?? "")};{(FullText ? "full" : "short")};{MaximumResults};{HistoryDays}");
}
