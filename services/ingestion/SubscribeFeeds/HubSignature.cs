using System.Security.Cryptography;
using System.Text;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Checks that what was delivered comes from who knows the secret (WebSub, 7.1: <c>X-Hub-Signature: method=hex</c>).</summary>
internal static class HubSignature
{
    public const string Header = "X-Hub-Signature";

    /// <summary>False also without a signature, or by a method that the specification does not name; takes the same time wherever the signatures part.</summary>
    public static bool IsRight(string? signature, string secret, ReadOnlySpan<byte> body)
    {
        if (signature?.Split('=', 2, StringSplitOptions.TrimEntries) is not [var method, var hex])
            return false;

        var key = Encoding.UTF8.GetBytes(secret);
        var right = method.ToLowerInvariant() switch
        {
#pragma warning disable CA5350 // The specification names it, many hubs know no other, and as a MAC it still holds.
            "sha1" => HMACSHA1.HashData(key, body),
#pragma warning restore CA5350
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => [],
        };
        return right.Length > 0 && TryRead(hex, right.Length, out var given) && CryptographicOperations.FixedTimeEquals(given, right);
    }

    private static bool TryRead(string hex, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        return hex.Length == length * 2 && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
    }
}
