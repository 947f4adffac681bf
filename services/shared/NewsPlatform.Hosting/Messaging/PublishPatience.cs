namespace NewsPlatform.Hosting.Messaging;

/// <summary>
/// Ends the wait for the broker's word about a message. The client library's own has no end: it tells the channels of a broken connection one after
/// another, and a publish on one that is never told would wait for good, while the bus is well again on its next connection.
/// </summary>
public static class PublishPatience
{
    /// <summary>Longer than a broken connection, a new leader or a disk that is slow may keep a confirmation away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The publish or send itself, or a failure after 30 seconds: whether the message arrived is unknown then, as with any lost confirmation.</summary>
    /// <exception cref="TimeoutException">The broker said nothing.</exception>
    public static Task InTimeAsync(this Task publish) => publish.InTimeAsync(Patience);

    internal static async Task InTimeAsync(this Task publish, TimeSpan patience)
    {
        try
        {
            await publish.WaitAsync(patience);
        }
        catch (TimeoutException silent) when (!publish.IsCompleted)
        {
            // Its late failure is nobody's any more.
            _ = publish.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new TimeoutException($"The broker did not confirm the message within {patience.TotalSeconds:0.###} s.", silent);
        }
    }
}
