using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>A reader's subscriptions as a file (OPML 2.0): an outline with <c>xmlUrl</c> is a feed, the outline around it its folder.</summary>
internal sealed class ReaderExchange(ReaderProfiles profiles, IOptions<PublishingOptions> options)
{
    public async Task<IResult> ExportAsync(ReaderCall call, CancellationToken ct)
    {
        var feeds = (await profiles.ReadAsync(call.Reader, ct)).Subscriptions;
        var address = SiteAddress.Of(call.Request, options.Value);
        var file = OpmlWriter.Document(options.Value.SiteName, writer =>
        {
            foreach (var feed in feeds.Where(feed => feed.Label is null))
            {
                OpmlWriter.Feed(writer, feed.Title, address, feed.Filters);
            }

            foreach (var folder in feeds.Where(feed => feed.Label is not null).GroupBy(feed => feed.Label!))
            {
                OpmlWriter.Folder(writer, folder.Key, () => folder.ToList().ForEach(feed => OpmlWriter.Feed(writer, feed.Title, address, feed.Filters)));
            }
        });
        return new TaggedContent(file, OpmlWriter.ContentType);
    }

    /// <summary>Follows the feeds of a file that are of this platform, beside those that are followed already.</summary>
    public async Task<IResult> ImportAsync(ReaderCall call, CancellationToken ct)
    {
        if (await TryReadAsync(call.Request.Body, ct) is not { } outlines)
        {
            return ReaderCall.Refused($"Send an OPML file of at most {ReaderParameters.MaximumBody:N0} characters as the body, Content-Type: text/xml.");
        }

        var address = SiteAddress.Of(call.Request, options.Value);
        var feeds = outlines.Select(outline => FeedOf(outline, address)).OfType<ReaderSubscription>().ToList();
        if (feeds.Count == 0)
        {
            return ReaderCall.Refused($"None of the {outlines.Count} feeds in the file is one of this platform.");
        }

        var problem = await profiles.ChangeAsync(call.Reader, held => feeds.Aggregate(held, (profile, feed) => profile.With(feed, feed.Title, feed.Label, unlabels: false)), ct);
        return problem is null && feeds.Count < outlines.Count
            ? Results.Text($"OK\n{outlines.Count - feeds.Count} of the {outlines.Count} feeds in the file were left out: they are none of this platform.\n")
            : ReaderCall.Done(problem);
    }

    private static async Task<IReadOnlyList<XElement>?> TryReadAsync(Stream body, CancellationToken ct)
    {
        try
        {
            using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = ReaderParameters.MaximumBody });
            var root = (await XDocument.LoadAsync(reader, LoadOptions.None, ct)).Root;
            return root?.Name.LocalName == "opml" ? [.. root.Descendants("outline").Where(outline => outline.Attribute("xmlUrl") is not null)] : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ReaderSubscription? FeedOf(XElement outline, SiteAddress address)
    {
        var feed = ReaderFeeds.TryRead((string)outline.Attribute("xmlUrl")!, address, out _); // asked for above
        var folder = outline.Parent is { Name.LocalName: "outline" } around ? NameOf(around) : null;
        return feed is null ? null : feed with { Title = NameOf(outline) ?? feed.Title, Label = folder };
    }

    private static string? NameOf(XElement outline) =>
        ((string?)outline.Attribute("title") ?? (string?)outline.Attribute("text"))?.Trim() is { Length: > 0 and <= ReaderLimits.Name } name ? name : null;
}
