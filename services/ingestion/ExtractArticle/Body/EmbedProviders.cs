using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Whose player or post an address is.</summary>
/// <param name="Provider">The word for the site that shows it.</param>
/// <param name="Url">The https address at which people open it.</param>
internal sealed record EmbedAddress(string Provider, string Url);

/// <summary>Knows the sites whose videos, posts, sounds and charts pages embed, by the addresses of their players and of what they play.</summary>
internal static class EmbedProviders
{
    private const string AnyHost = "*";

    // Host (and all below it), path with query, and the address for people: {name} is a group of the pattern; href is an address inside the address.
    private static readonly (string Provider, string Host, string Path, string Url)[] Table =
    [
        ("youtube", "youtube.com", @"^/embed/videoseries\?(.*&)?list=(?<id>[\w-]+)", "https://www.youtube.com/playlist?list={id}"),
        ("youtube", "youtube.com", @"^/(embed|shorts|live|v)/(?<id>[\w-]{6,20})", "https://www.youtube.com/watch?v={id}"),
        ("youtube", "youtube.com", @"^/watch\?(.*&)?v=(?<id>[\w-]{6,20})", "https://www.youtube.com/watch?v={id}"),
        ("youtube", "youtube-nocookie.com", @"^/embed/(?<id>[\w-]{6,20})", "https://www.youtube.com/watch?v={id}"),
        ("youtube", "youtu.be", @"^/(?<id>[\w-]{6,20})", "https://www.youtube.com/watch?v={id}"),
        ("vimeo", "vimeo.com", @"^/(video/)?(?<id>\d+)", "https://vimeo.com/{id}"),
        ("dailymotion", "dailymotion.com", @"^/(embed/)?video/(?<id>\w+)", "https://www.dailymotion.com/video/{id}"),
        ("dailymotion", "dailymotion.com", @"^/player.*[?&]video=(?<id>\w+)", "https://www.dailymotion.com/video/{id}"),
        ("telegram", "t.me", @"^/(s/)?(?<id>\w{4,32}/\d+)", "https://t.me/{id}"),
        ("telegram", "telegram.me", @"^/(s/)?(?<id>\w{4,32}/\d+)", "https://t.me/{id}"),
        ("x", "platform.twitter.com", @"^/embed/Tweet\.html\?(.*&)?id=(?<id>\d+)", "https://x.com/i/status/{id}"),
        ("x", "twitter.com", @"^/(?<user>\w{1,20})/status(es)?/(?<id>\d+)", "https://x.com/{user}/status/{id}"),
        ("x", "x.com", @"^/(?<user>\w{1,20})/status(es)?/(?<id>\d+)", "https://x.com/{user}/status/{id}"),
        ("facebook", "facebook.com", @"^/(v\d+\.\d+/)?plugins/(post|video)\.php\?(.*&)?href=(?<href>[^&]+)", ""),
        ("facebook", "facebook.com", @"^/(?<id>[^?]+/(posts|videos)/[^?]+|reel/\d+|watch/?\?v=\d+|(permalink|story)\.php\?.+)", "https://www.facebook.com/{id}"),
        ("instagram", "instagram.com", @"^/([\w.]+/)?(?<id>(p|reel|tv)/[\w-]+)", "https://www.instagram.com/{id}/"),
        ("tiktok", "tiktok.com", @"^/(?<id>@[\w.]+/video/\d+)", "https://www.tiktok.com/{id}"),
        ("tiktok", "tiktok.com", @"^/(embed(/v\d)?|player/v1)/(?<id>\d+)", "https://www.tiktok.com/embed/v2/{id}"),
        ("vk", "vk.com", @"^/video_ext\.php\?(.*&)?oid=(?<oid>-?\d+)&(.*&)?id=(?<id>\d+)", "https://vk.com/video{oid}_{id}"),
        ("vk", "vkvideo.ru", @"^/video_ext\.php\?(.*&)?oid=(?<oid>-?\d+)&(.*&)?id=(?<id>\d+)", "https://vk.com/video{oid}_{id}"),
        ("vk", "vk.com", @"^/(?<id>(wall|video)-?\d+_\d+)", "https://vk.com/{id}"),
        ("ok", "ok.ru", @"^/video(embed)?/(?<id>\d+)", "https://ok.ru/video/{id}"),
        ("rutube", "rutube.ru", @"^/(play/embed|video)/(?<id>\w+)", "https://rutube.ru/video/{id}/"),
        ("threads", "threads.net", @"^/(?<id>@[\w.]+/post/[\w-]+)", "https://www.threads.net/{id}"),
        ("threads", "threads.com", @"^/(?<id>@[\w.]+/post/[\w-]+)", "https://www.threads.net/{id}"),
        ("bluesky", "embed.bsky.app", @"^/embed/(?<user>did:[\w:.]+)/app\.bsky\.feed\.post/(?<id>\w+)", "https://bsky.app/profile/{user}/post/{id}"),
        ("bluesky", "bsky.app", @"^/profile/(?<user>[\w:.-]+)/post/(?<id>\w+)", "https://bsky.app/profile/{user}/post/{id}"),
        ("reddit", "reddit.com", @"^/(?<id>r/\w+/comments/\w+)", "https://www.reddit.com/{id}/"),
        ("reddit", "redditmedia.com", @"^/(?<id>r/\w+/comments/\w+)", "https://www.reddit.com/{id}/"),
        ("twitch", "twitch.tv", @"^/(\?(.*&)?video=v?|videos/)(?<id>\d+)", "https://www.twitch.tv/videos/{id}"),
        ("coub", "coub.com", @"^/(embed|view)/(?<id>\w+)", "https://coub.com/view/{id}"),
        ("spotify", "open.spotify.com", @"^/(embed/)?(?<id>(track|episode|show|album|playlist)/\w+)", "https://open.spotify.com/{id}"),
        ("soundcloud", "w.soundcloud.com", @"^/player/?\?(.*&)?url=(?<href>[^&]+)", ""),
        ("apple-podcasts", "embed.podcasts.apple.com", @"^/(?<id>[^?]+)", "https://podcasts.apple.com/{id}"),
        ("datawrapper", "datawrapper.dwcdn.net", @"^/(?<id>\w{5})(/|$)", "https://datawrapper.dwcdn.net/{id}/"),
        ("flourish", "flo.uri.sh", @"^/(?<id>(visualisation|story)/\d+)", "https://public.flourish.studio/{id}/"),
        ("flourish", "flourish.studio", @"^/(?<id>(visualisation|story)/\d+)", "https://public.flourish.studio/{id}/"),
        ("mastodon", AnyHost, @"^/(?<id>@\w+/\d{8,})/embed$", "https://{host}/{id}"),
    ];

    // Frames that are no part of any article.
    private static readonly string[] Furniture =
    [
        "doubleclick.net", "googlesyndication.com", "googletagmanager.com", "google.com", "gstatic.com", "adnxs.com", "criteo.com", "taboola.com", "outbrain.com", "yandex.ru", "mc.yandex.ru",
        "adfox.ru", "mgid.com", "smi2.ru", "relap.io", "hcaptcha.com", "cloudflare.com", "disqus.com", "addthis.com", "sharethis.com", "amazon-adsystem.com", "mailchimp.com", "list-manage.com",
    ];

    private static readonly Regex Placeholder = new(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, PatternPatience.Span);

    private static readonly ILookup<string, (string Provider, Regex Path, string Url)> ByHost = Table.ToLookup(
        row => row.Host,
        row => (row.Provider, new Regex(row.Path, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternPatience.Span), row.Url),
        StringComparer.Ordinal);

    /// <summary>Null for an address of nobody known.</summary>
    public static EmbedAddress? Find(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri is not { Scheme: "http" or "https", UserInfo.Length: 0, HostNameType: UriHostNameType.Dns })
            return null;

        return HostsOf(uri).Append(AnyHost).SelectMany(host => ByHost[host]).Select(row => Read(row.Provider, row.Path, row.Url, uri)).FirstOrDefault(found => found is not null);
    }

    /// <summary>True for frames of advertisers, counters, forms and the like, and for what is not served over https.</summary>
    public static bool IsFurniture(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri is not { Scheme: "https", HostNameType: UriHostNameType.Dns } || HostsOf(uri).Any(Furniture.Contains);

    private static EmbedAddress? Read(string provider, Regex path, string url, Uri uri)
    {
        if (path.Match(uri.PathAndQuery) is not { Success: true } match)
            return null;
        if (match.Groups["href"] is { Success: true } inner)
            return Find(Uri.UnescapeDataString(inner.Value)) is { } known && known.Provider == provider ? known : Inside(provider, uri, Uri.UnescapeDataString(inner.Value));

        return new EmbedAddress(provider, Placeholder.Replace(url, hole => hole.Groups["name"].Value == "host" ? uri.IdnHost : match.Groups[hole.Groups["name"].Value].Value));
    }

    // A player of what has no row of its own: its address as it stands, on the same site.
    private static EmbedAddress? Inside(string provider, Uri player, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", HostNameType: UriHostNameType.Dns } && HostsOf(uri).Intersect(HostsOf(player)).Any()
            ? new EmbedAddress(provider, new UriBuilder(uri) { Scheme = "https", Port = -1 }.Uri.AbsoluteUri)
            : null;

    // The host and those above it that are no top-level domain.
    private static IEnumerable<string> HostsOf(Uri uri)
    {
        for (var host = uri.IdnHost.ToLowerInvariant(); host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
            yield return host;
    }
}
