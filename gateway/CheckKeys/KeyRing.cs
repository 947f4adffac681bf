using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Recognises keys in a time that tells nothing about them.</summary>
internal sealed partial class KeyRing
{
    private readonly IReadOnlyList<KnownKey> _keys;

    public KeyRing(IOptions<GatewayOptions> options, ILogger<KeyRing> logger)
    {
        _keys = [.. options.Value.Keys.Select(key => new KnownKey(key.Key, KeyScopes.Parse(key.Value.Scopes) ?? KeyScope.None, Hash(key.Value.Key), key.Value))];
        foreach (var weak in options.Value.Keys.Where(key => key.Value.Key.Length < ApiKeyOptions.GoodLength))
        {
            LogWeak(logger, weak.Key, weak.Value.Key.Length);
        }
    }

    /// <summary>The key's name and scopes; null when nobody has it.</summary>
    public KnownKey? Find(string secret)
    {
        var hash = Hash(secret);
        return Find(key => CryptographicOperations.FixedTimeEquals(key.Hash, hash));
    }

    /// <summary>The key for which a token was made; null when it was made for none.</summary>
    /// <param name="token">As presented.</param>
    /// <param name="tokenOf">Makes it.</param>
    public KnownKey? FindByToken(string token, Func<KnownKey, string> tokenOf)
    {
        var hash = Hash(token);
        return Find(key => CryptographicOperations.FixedTimeEquals(Hash(tokenOf(key)), hash));
    }

    // All are looked at, whichever it is.
    private KnownKey? Find(Predicate<KnownKey> isIt)
    {
        KnownKey? found = null;
        foreach (var key in _keys)
        {
            if (isIt(key))
            {
                found = key;
            }
        }

        return found;
    }

    [LoggerMessage(LogLevel.Warning, "The key {KeyName} has {Length} characters: it can be guessed")]
    private static partial void LogWeak(ILogger logger, string keyName, int length);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>A key of the configuration.</summary>
internal sealed record KnownKey(string Name, KeyScope Scopes, byte[] Hash, ApiKeyOptions Plan);
