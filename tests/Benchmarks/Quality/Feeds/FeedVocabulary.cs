using System.Text.Json.Nodes;
using NewsPlatform.Ingestion.ReadFeed.Syndication;
using NewsPlatform.Ingestion.ReadFeed.Xml;

namespace NewsPlatform.QualityBench.Feeds;

/// <summary>Says a feed that we read in the words of the library whose tests the set is made of.</summary>
internal static class FeedVocabulary
{
    public static JsonObject Of(WireFeed wire, FeedDocument document) => new()
    {
        ["bozo"] = !document.WellFormed,
        ["version"] = wire.Version,
        ["encoding"] = Spelling.Charset(document.Charset, document.WellFormed),
        ["feed"] = NodeVocabulary.Of(wire, isEntry: false),
        ["entries"] = new JsonArray([.. wire.Entries.Select(entry => NodeVocabulary.Of(entry, isEntry: true))]),
    };
}
