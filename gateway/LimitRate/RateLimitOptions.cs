namespace NewsPlatform.Gateway.LimitRate;

/// <summary>Requests that one client may make: a bucket that refills evenly.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests per second of one address without a key.</summary>
    public int AnonymousPerSecond { get; init; } = 100;

    /// <summary>Requests that it may make at once after a pause.</summary>
    public int AnonymousBurst { get; init; } = 2_000;

    /// <summary>Requests per second of one key.</summary>
    public int KeyPerSecond { get; init; } = 2_000;

    /// <summary>Requests that it may make at once after a pause.</summary>
    public int KeyBurst { get; init; } = 10_000;

    internal IEnumerable<string> Problems()
    {
        foreach (var (name, value) in new[] { (nameof(AnonymousPerSecond), AnonymousPerSecond), (nameof(AnonymousBurst), AnonymousBurst), (nameof(KeyPerSecond), KeyPerSecond), (nameof(KeyBurst), KeyBurst) })
        {
            if (value is < 1 or > 1_000_000)
            {
                yield return $"Gateway:RateLimit:{name} is {value}: give a number from 1 to 1000000 (environment variable Gateway__RateLimit__{name}).";
            }
        }
    }
}
