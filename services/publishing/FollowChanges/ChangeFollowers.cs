using Microsoft.Extensions.Options;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>How many clients hold a request open to follow the change log, and how many may.</summary>
internal sealed class ChangeFollowers(IOptions<PublishingOptions> options)
{
    /// <summary>What those are told who find no place.</summary>
    public const string AllTaken = "All streams are taken: read /api/v1/changes without wait instead, or try again later.";

    private int _count;

    /// <summary>Clients that follow now.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>False when all places are taken; else <see cref="Leave"/> gives the place back.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= options.Value.StreamClients)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
