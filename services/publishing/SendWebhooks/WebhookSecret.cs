using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>What messages are signed with (Standard Webhooks 1.0, symmetric).</summary>
/// <param name="Text"><c>whsec_</c> and the key in base64.</param>
/// <param name="EndsAt">Until when it signs; null = for ever.</param>
internal sealed record WebhookSecret(string Text, DateTimeOffset? EndsAt = null)
{
    private const string Prefix = "whsec_";
    private const int KeyBytes = 32;
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    public static WebhookSecret New() => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));

    /// <summary>Why a text that somebody gave is no secret, as a sentence that does not repeat it; null when it is one.</summary>
    public static string? ProblemOf(string text)
    {
        var key = new byte[MostBytes * 2];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= LeastBytes and <= MostBytes
            ? null
            : $"secret is none: give {Prefix} followed by {LeastBytes} to {MostBytes} random bytes in base64, or leave it out to be given one.";
    }

    /// <summary>The header <c>webhook-signature</c>: one signature for each secret that counts, parted by blanks.</summary>
    public static string Sign(IEnumerable<WebhookSecret> secrets, string id, DateTimeOffset at, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Where(secret => secret.EndsAt is null || secret.EndsAt > at).Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret.Key(), signed))}"));
    }

    private byte[] Key() => Convert.FromBase64String(Text[Prefix.Length..]);
}
