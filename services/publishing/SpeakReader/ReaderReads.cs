using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What reading apps read.</summary>
internal sealed class ReaderReads(ReaderProfiles profiles, ReaderStreams streams, ReaderItems items, IReaderStore store, IOptions<PublishingOptions> options)
{
    /// <summary>The token that writes bring back. Requests are known by a header and never by a cookie, so it guards nothing and is only there because apps ask.</summary>
    public static IResult Token(ReaderCall call) => Results.Text(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Reader)))[..57]);

    /// <summary>The one friend is the reader: nobody shares anything here, but some apps ask by which name to show their user.</summary>
    public static IResult Friends(ReaderCall call) => TaggedContent.Json(new { Friends = (object[])[new { UserIds = (string[])[call.Reader], ProfileIds = (string[])[call.Reader], ContactId = "-1", Stream = $"user/{call.Reader}/state/com.google/broadcast", Flags = 1, DisplayName = call.Reader, GivenName = call.Reader, N = "", P = "", HasSharedItemsOnProfile = false }] });

    public static IResult UserInfo(ReaderCall call) => TaggedContent.Json(new { UserId = call.Reader, UserName = call.Reader, UserProfileId = call.Reader, UserEmail = "", IsBloggerUser = false, IsMultiLoginEnabled = false });

    public async Task<IResult> SubscriptionsAsync(ReaderCall call, CancellationToken ct)
    {
        var address = SiteAddress.Of(call.Request, options.Value);
        var feeds = (await profiles.ReadAsync(call.Reader, ct)).Subscriptions.Select(feed => new
        {
            feed.Id,
            feed.Title,
            Sortid = ReaderStreamIds.SortId(feed.Id),
            Categories = feed.Label is { } label ? [new { Id = ReaderStreamIds.LabelPrefix + label, Label = label, Type = "folder" }] : Array.Empty<object>(),
            Url = address.Of("/feeds/atom.xml") + feed.Filters,
            HtmlUrl = address.Of("/search") + feed.Filters,
            IconUrl = address.Of(SiteAssets.Url("icon.svg")),
        });
        return TaggedContent.Json(new { Subscriptions = feeds.ToList() });
    }

    public async Task<IResult> TagsAsync(ReaderCall call, CancellationToken ct)
    {
        var labels = (await profiles.ReadAsync(call.Reader, ct)).Subscriptions.Select(feed => feed.Label).OfType<string>().Distinct().Select(label => ReaderStreamIds.LabelPrefix + label);
        return TaggedContent.Json(new { Tags = (object[])[new { Id = ReaderStreamIds.Starred }, .. labels.Select(label => new { Id = label, Sortid = ReaderStreamIds.SortId(label), Type = "folder" })] });
    }

    public async Task<IResult> UnreadAsync(ReaderCall call, CancellationToken ct)
    {
        var profile = await profiles.ReadAsync(call.Reader, ct);
        var labels = profile.Subscriptions.Select(feed => feed.Label).OfType<string>().Distinct().Select(label => ReaderStreamIds.LabelPrefix + label);
        var counts = new List<object>();
        foreach (var stream in profile.Subscriptions.Select(feed => feed.Id).Concat(labels).Append(ReaderStreamIds.ReadingList))
        {
            var question = new ReaderQuestion { Stream = stream, WithoutRead = true, Limit = ReaderLimits.CountedUnread };
            var unread = (await streams.ListAsync(call.Reader, profile, question, ct)).Items;
            if (unread.Count > 0)
            {
                var newest = HitKey.Time(unread[0].Place.Key).ToUnixTimeSeconds() * 1_000_000;
                counts.Add(new { Id = stream, unread.Count, NewestItemTimestampUsec = newest.ToString(CultureInfo.InvariantCulture) });
            }
        }

        return TaggedContent.Json(new { Max = ReaderLimits.CountedUnread, Unreadcounts = counts });
    }

    public async Task<IResult> IdsAsync(ReaderCall call, CancellationToken ct)
    {
        var stream = call.Parameters.Text("s") ?? ReaderStreamIds.ReadingList;
        var part = await streams.ListAsync(call.Reader, await profiles.ReadAsync(call.Reader, ct), call.Parameters.Question(stream, ReaderLimits.Ids), ct);
        var numbers = await store.NumberAsync([.. part.Items.Select(entry => entry.Place.ArticleId)], ct);
        var refs = part.Items.Select(entry => new
        {
            Id = ReaderNumber.Short(numbers[entry.Place.ArticleId]),
            DirectStreamIds = Array.Empty<string>(),
            TimestampUsec = (HitKey.Time(entry.Place.Key).ToUnixTimeSeconds() * 1_000_000).ToString(CultureInfo.InvariantCulture),
        }).ToList();
        return part.Next is { } next ? TaggedContent.Json(new { ItemRefs = refs, Continuation = Cursor.Encode(next) }) : TaggedContent.Json(new { ItemRefs = refs });
    }

    /// <summary>The items that the app names.</summary>
    public async Task<IResult> NamedAsync(ReaderCall call, CancellationToken ct)
    {
        var numbers = call.Parameters.All("i").Select(ReaderNumber.Read).OfType<long>().Distinct().ToList();
        if (numbers.Count is 0 or > ReaderLimits.Named)
        {
            return ReaderCall.Refused($"i names {numbers.Count} items: give 1 to {ReaderLimits.Named}.");
        }

        var named = await store.FindNumberedAsync(numbers, ct);
        var ids = numbers.Where(named.ContainsKey).Select(number => named[number]).ToList();
        return TaggedContent.Json(await ShowAsync(call, await profiles.ReadAsync(call.Reader, ct), ReaderStreamIds.ReadingList, ids, next: null, ct));
    }

    public async Task<IResult> ContentsAsync(ReaderCall call, CancellationToken ct) => TaggedContent.Json(await ReadContentsAsync(call, ct));

    public async Task<IResult> AtomAsync(ReaderCall call, CancellationToken ct) => ReaderAtom.Write(await ReadContentsAsync(call, ct));

    private async Task<ReaderContents> ReadContentsAsync(ReaderCall call, CancellationToken ct)
    {
        var stream = call.Request.RouteValues["stream"] is string { Length: > 0 } path ? PathNames.Read(path) : call.Parameters.Text("s") ?? ReaderStreamIds.ReadingList;
        var profile = await profiles.ReadAsync(call.Reader, ct);
        var question = call.Parameters.Question(stream, ReaderLimits.Contents);
        var part = await streams.ListAsync(call.Reader, profile, question, ct);
        return await ShowAsync(call, profile, question.Stream, [.. part.Items.Select(entry => entry.Place.ArticleId)], part.Next, ct);
    }

    private async Task<ReaderContents> ShowAsync(ReaderCall call, ReaderProfile profile, string stream, IReadOnlyList<string> articleIds, HitPlace? next, CancellationToken ct)
    {
        var shown = await items.ReadAsync(call.Reader, profile, articleIds, call.Request, ct);
        var title = profile.Subscriptions.FirstOrDefault(feed => feed.Id == stream)?.Title ?? options.Value.SiteName;
        return new ReaderContents("ltr", stream, title, shown.Count == 0 ? 0 : shown.Max(item => item.Updated), shown, next is null ? null : Cursor.Encode(next));
    }
}
