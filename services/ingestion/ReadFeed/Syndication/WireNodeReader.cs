using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>Sorts the children of a feed or entry by what they mean; a format's own element outranks a module's.</summary>
internal sealed class WireNodeReader(WireNode node, bool isEntry, string version)
{
    /// <summary>CDF keeps the link and the time in attributes.</summary>
    public void ReadAttributes(FeedElement element)
    {
        if (element.Key is "channel" or "item" && element.Attribute("href") is { } href)
        {
            node.Links.Add(new WireLink("alternate", FeedLink.Resolve(href, element.Base), Type: null, Title: null, Language: null, Length: null));
        }

        if (element.Attribute("lastmod") is { } modified)
        {
            node.Dates["updated"] = modified.Trim();
        }
    }

    public void Read(FeedElement child)
    {
        if (!TryText(child) && !TryPerson(child) && !TryDate(child) && !TryStructure(child))
        {
            ReadOther(child);
        }
    }

    private bool TryText(FeedElement child)
    {
        switch (child.Key)
        {
            case "title":
                node.Title = Text(child, "text/plain");
                break;
            case "dc:title" or "media:title" or "?media:title":
                node.Title ??= Text(child, "text/plain");
                break;
            case "description" or "tagline" or "subtitle" or "summary" or "abstract":
                ReadSummary(child);
                break;
            case "dc:description" or "itunes:summary" or "itunes:subtitle" or "media:description" or "dcterms:abstract":
                node.Summary ??= Text(child, "text/html");
                break;
            case "info":
                node.Info = Text(child, "text/plain");
                break;
            case "copyright" or "rights":
                node.Rights = Text(child, "text/plain");
                break;
            case "dc:rights":
                node.Rights ??= Text(child, "text/plain");
                break;
            case "content":
                node.Contents.Add(Text(child, "text/plain"));
                break;
            case "content:encoded" or "xhtml:body" or "body" or "fullitem" or "turbo:content" or "yandex:full-text":
                node.Contents.Add(Text(child, child.Key is "xhtml:body" or "body" ? "application/xhtml+xml" : "text/html"));
                break;
            default:
                return false;
        }

        return true;
    }

    private void ReadSummary(FeedElement child)
    {
        var text = Text(child, child.Key == "description" ? "text/html" : "text/plain");
        if (isEntry && child.Key is "description" or "summary" && node.Summary is not null)
        {
            node.Contents.Add(text);
            return;
        }

        node.Summary = text;
    }

    private bool TryPerson(FeedElement child)
    {
        switch (child.Key)
        {
            case "author" or "dc:author" or "dc:creator" or "managingeditor" or "itunes:author":
                node.Authors.Add(WirePersons.Read(child));
                break;
            case "contributor" or "dc:contributor":
                node.Contributors.Add(WirePersons.Read(child));
                break;
            case "webmaster" or "dc:publisher" or "itunes:owner":
                node.Publisher = WirePersons.Read(child);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool TryDate(FeedElement child)
    {
        var (name, isOwn) = child.Key switch
        {
            "pubdate" or "published" or "issued" => ("published", true),
            "dcterms:issued" => ("published", false),
            "updated" or "modified" or "lastbuilddate" or "date" => ("updated", true),
            "dc:date" or "dcterms:modified" => ("updated", false),
            "created" => ("created", true),
            "dcterms:created" => ("created", false),
            "expirationdate" => ("expired", true),
            _ => ("", false),
        };
        if (name.Length > 0 && (isOwn || !node.Dates.ContainsKey(name)))
        {
            node.Dates[name] = child.Text().Trim();
        }

        return name.Length > 0;
    }

    private bool TryStructure(FeedElement child)
    {
        switch (child.Key)
        {
            case "link" or "?atom:link" or "?atom10:link" or "xhtml:a":
                node.Links.Add(WireLinks.Read(child));
                break;
            case "a" when child.Attribute("href") is not null:
                node.Links.Add(WireLinks.Read(child));
                break;
            case "enclosure":
                node.Links.Add(WireLinks.Enclosure(child));
                break;
            case "guid" or "id":
                node.Id = child.Text().Trim();
                node.IdIsLink = child.Key == "guid" && child.Attribute("ispermalink")?.Trim().ToLowerInvariant() is not "false";
                break;
            case "dc:identifier":
                node.Id ??= child.Text().Trim();
                break;
            case "category" or "dc:subject" or "keywords" or "tags" or "itunes:category" or "itunes:keywords" or "media:category" or "media:keywords":
                node.Categories.AddRange(WireCategories.Read(child));
                break;
            case "generator":
                node.Generator = new WireGenerator(child.Text().Trim(), FeedLink.Resolve(child.Attribute("uri") ?? child.Attribute("url"), child.Base), child.Attribute("version"));
                break;
            case "image" or "itunes:image" or "?itunes:image":
                node.Image ??= WireImages.Read(child);
                break;
            case "language" or "dc:language":
                node.Language = child.Text().Trim() is { Length: > 0 } language ? language : node.Language;
                break;
            case "media:content" or "media:thumbnail" or "media:group" or "?media:content" or "?media:thumbnail" or "?media:group":
                node.Media.AddRange(WireImages.Media(child));
                Descend(child);
                break;
            default:
                return false;
        }

        return true;
    }

    // The words of a picture stand inside its media element; its title and description are not the entry's unless that has none.
    private void Descend(FeedElement media)
    {
        foreach (var inner in media.Children.Where(inner => inner.Key is "media:content" or "media:thumbnail" or "media:category" or "media:keywords"))
        {
            if (inner.Key is "media:category" or "media:keywords")
            {
                TryStructure(inner);
            }
        }
    }

    private void ReadOther(FeedElement child)
    {
        // Hours and days may stand in their elements without a blank between.
        var text = child.Key is "skiphours" or "skipdays" ? string.Join(' ', child.Children.Select(part => part.Text().Trim())) : child.Text().Trim();
        if (text.Length > 0 && !node.Values.ContainsKey(child.Key))
        {
            var isAddress = child.Key is "docs" or "comments" or "icon" or "logo" or "feedburner:origlink" or "wfw:comment" or "wfw:commentrss" or "errorreportsto";
            node.Values[child.Key] = isAddress ? FeedLink.Resolve(text, child.Base) ?? text : text;
        }
    }

    private WireText Text(FeedElement element, string type) => WireTexts.Read(element, type, version);
}
