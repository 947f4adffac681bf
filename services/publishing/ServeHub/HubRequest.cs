using System.Globalization;
using System.Text;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>What somebody asks the hub for (WebSub, 5.1).</summary>
/// <param name="IsLeaving">True to end a subscription.</param>
/// <param name="Topic">The feed, word by word.</param>
/// <param name="Callback">Where to confirm and to deliver.</param>
/// <param name="Lease">As granted.</param>
/// <param name="Secret">Null = deliveries are not signed.</param>
internal sealed record HubRequest(bool IsLeaving, string Topic, Uri Callback, TimeSpan Lease, string? Secret)
{
    private const int LongestAddress = 2_048;

    // WebSub, 5.1: less than 200 bytes.
    private const int LongestSecret = 199;

    private static readonly TimeSpan UsualLease = TimeSpan.FromDays(10);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>The request; null with the sentence that says why it is none.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="root">Where this platform's feeds are.</param>
    /// <param name="caller">Knows which addresses may be called.</param>
    /// <param name="problem">Null with a request.</param>
    public static HubRequest? Read(IFormCollection form, string root, EndpointCaller caller, out string? problem)
    {
        var (mode, topic, callback, lease, secret) = (form["hub.mode"].ToString(), form["hub.topic"].ToString(), form["hub.callback"].ToString(), form["hub.lease_seconds"].ToString(), form["hub.secret"].ToString());
        var seconds = UsualLease.TotalSeconds;
        problem = mode is not ("subscribe" or "unsubscribe") ? $"hub.mode is '{QueryParameters.Shown(mode)}': give subscribe or unsubscribe."
            : TopicProblem(topic, root)
            ?? CallbackProblem(callback, caller)
            ?? (lease.Length > 0 && !double.TryParse(lease, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) ? $"hub.lease_seconds is '{QueryParameters.Shown(lease)}': give a whole number of seconds, or leave it out." : null)
            ?? (Encoding.UTF8.GetByteCount(secret) > LongestSecret ? $"hub.secret has more than {LongestSecret} bytes." : null);
        return problem is null
            ? new HubRequest(mode == "unsubscribe", topic, new Uri(callback), TimeSpan.FromSeconds(Math.Clamp(seconds, ShortestLease.TotalSeconds, LongestLease.TotalSeconds)), secret.Length == 0 ? null : secret)
            : null;
    }

    private static string? TopicProblem(string topic, string root) =>
        topic.Length <= LongestAddress && FeedTopic.TryRead(topic) is { } feed && feed.Address.Root.Equals(root, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"hub.topic is '{QueryParameters.Shown(topic)}': give the address that a feed of {root}/feeds/ names as its own (rel=self).";

    private static string? CallbackProblem(string callback, EndpointCaller caller) =>
        callback.Length <= LongestAddress && Uri.TryCreate(callback, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Fragment: "", UserInfo: "" } && address.Host.Length > 0
            ? caller.ProblemOf(address)
            : $"hub.callback is '{QueryParameters.Shown(callback)}': give an absolute http or https address of at most {LongestAddress:N0} characters.";
}
