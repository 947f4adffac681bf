namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>The second path: reads XML that breaks the rules (stray ampersands and angle brackets, unknown entities, undeclared prefixes, control characters, missing end tags, a cut tail).</summary>
internal sealed class TolerantXml(string text, FeedLimits limits, Uri? documentBase)
{
    private readonly FeedTreeBuilder _builder = new(limits, documentBase);
    private readonly PrefixScopes _prefixes = new();
    private int _at;

    /// <summary>Null when the text holds no element.</summary>
    public FeedElement? Read()
    {
        while (_at < text.Length)
        {
            var open = text.IndexOf('<', _at);
            var end = open < 0 ? text.Length : open;
            TakeText(text[_at..end]);
            _at = end;
            if (open >= 0)
            {
                TakeMarkup();
            }
        }

        return _builder.Root;
    }

    private void TakeMarkup()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<!--"))
        {
            SkipPast("-->");
        }
        else if (rest.StartsWith("<![CDATA["))
        {
            var start = _at + "<![CDATA[".Length;
            SkipPast("]]>");
            TakeLiteral(text[start..Math.Max(start, text.AsSpan(0, _at).EndsWith("]]>") ? _at - 3 : _at)]);
        }
        else if (rest.StartsWith("<?"))
        {
            SkipPast(">");
        }
        else if (rest.StartsWith("<!"))
        {
            SkipDeclaration();
        }
        else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
        {
            TakeEndTag();
        }
        else if (rest.Length > 1 && IsNameStart(rest[1]))
        {
            TakeStartTag();
        }
        else
        {
            TakeLiteral("<");
            _at++;
        }
    }

    private void SkipPast(string mark)
    {
        var end = text.IndexOf(mark, _at, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + mark.Length;
    }

    private void SkipDeclaration()
    {
        var end = text.IndexOf('>', _at);
        var subset = end < 0 ? -1 : text.IndexOf('[', _at, end - _at);
        if (subset >= 0 && text.IndexOf(']', subset) is >= 0 and var close)
        {
            end = text.IndexOf('>', close);
        }

        _at = end < 0 ? text.Length : end + 1;
    }

    private void TakeText(string run)
    {
        if (run.Length > 0)
        {
            TakeLiteral(XmlReferences.Decode(run));
        }
    }

    private void TakeLiteral(string run) => _builder.Text(XmlReferences.DropControls(run));

    private void TakeEndTag()
    {
        var tag = TagScanner.Scan(text, _at + 1);
        _at = tag.End;
        var (_, local) = PrefixScopes.Split(tag.Name.TrimStart('/'));

        // An end tag that nothing opened is noise; one that skips others closes them as well.
        for (var index = _builder.LastOpen(local); index >= 0 && _builder.Depth > index;)
        {
            CloseOne();
        }
    }

    private void TakeStartTag()
    {
        var tag = TagScanner.Scan(text, _at);
        _at = tag.End;
        CloseForgotten(tag.Name);
        _prefixes.Enter(tag.Attributes);
        var (prefix, local) = PrefixScopes.Split(tag.Name);
        _builder.Open(_prefixes.Find(prefix), prefix, local, [.. tag.Attributes.Select(Named)]);
        if (tag.SelfClosed || IsVoid(tag.Name))
        {
            CloseOne();
        }
    }

    // An entry inside an entry, or an item inside any text of one: the end tags are missing.
    private void CloseForgotten(string name)
    {
        if (name is "item" or "entry")
        {
            for (var index = _builder.LastOpen(name); index >= 0 && _builder.Depth > index;)
            {
                CloseOne();
            }
        }
    }

    private FeedAttribute Named(KeyValuePair<string, string> attribute)
    {
        var (prefix, local) = PrefixScopes.Split(attribute.Key);
        var uri = prefix.Length == 0 ? "" : _prefixes.Find(prefix);
        return new FeedAttribute(FeedNamespaces.KeyOf(uri, prefix, local), attribute.Key, attribute.Value);
    }

    private void CloseOne()
    {
        _builder.Close();
        _prefixes.Leave();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsVoid(string name) => name.ToLowerInvariant() is "br" or "hr" or "img" or "wbr";
}
