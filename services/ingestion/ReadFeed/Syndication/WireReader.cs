using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Reads the tree of an RSS, Atom or CDF document into its wire form.</summary>
internal sealed class WireReader(FeedLimits limits)
{
    private string _version = "";

    /// <summary>Null when the root is none of a feed's.</summary>
    public WireFeed? Read(FeedElement root)
    {
        var version = FeedVersion.Of(root);
        if (version is null)
        {
            return null;
        }

        var feed = new WireFeed { Version = version };
        _version = version;
        foreach (var part in Channels(root))
        {
            ReadNode(part, feed, isEntry: false);
        }

        foreach (var entry in Entries(root))
        {
            if (feed.Entries.Count == limits.MaxItems)
            {
                feed.Truncated = true;
                break;
            }

            var node = new WireNode();
            ReadNode(entry, node, isEntry: true);
            feed.Entries.Add(node);
        }

        return feed;
    }

    private static IEnumerable<FeedElement> Channels(FeedElement root)
    {
        yield return root;
        foreach (var channel in root.Children.Where(child => child.Key == "channel"))
        {
            yield return channel;
        }
    }

    private static IEnumerable<FeedElement> Entries(FeedElement parent)
    {
        foreach (var child in parent.Children)
        {
            if (child.Key is "item" or "entry")
            {
                yield return child;
            }
            else if (child.Key is "channel" or "items" or "feed")
            {
                foreach (var entry in Entries(child))
                {
                    yield return entry;
                }
            }
        }
    }

    private void ReadNode(FeedElement element, WireNode node, bool isEntry)
    {
        node.Language = element.Language is { Length: > 0 } language ? language : null;
        if (element.Attributes.FirstOrDefault(attribute => attribute.Key is "rdf:about")?.Value is { } about)
        {
            node.Id = about;
        }

        node.Extras = isEntry ? WireExtras.Read(element) : null;
        var reader = new WireNodeReader(node, isEntry, _version);
        reader.ReadAttributes(element);
        foreach (var child in element.Children)
        {
            if (child.Key == "source")
            {
                node.Source = ReadSource(child);
            }
            else if (child.Key is not ("channel" or "item" or "entry" or "items"))
            {
                reader.Read(child);
            }
        }
    }

    private WireNode ReadSource(FeedElement element)
    {
        var source = new WireNode();
        ReadNode(element, source, isEntry: false);
        if (element.Attribute("url") is { } address)
        {
            source.Title = new WireText(element.Text().Trim(), "text/plain");
            source.Values["href"] = FeedLink.Resolve(address, element.Base) ?? address;
        }

        return source;
    }
}
