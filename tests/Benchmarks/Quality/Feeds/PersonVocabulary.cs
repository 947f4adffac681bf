using System.Text.Json.Nodes;
using NewsPlatform.Ingestion.ReadFeed.Syndication;

namespace NewsPlatform.QualityBench.Feeds;

/// <summary>Authors, contributors and publishers in the set's words.</summary>
internal static class PersonVocabulary
{
    public static void Write(JsonObject said, WireNode node)
    {
        if (node.Authors.Count > 0)
        {
            var first = node.Authors[^1];
            NodeVocabulary.Put(said, "author", Line(first));
            said["author_detail"] = Detail(first);
            said["authors"] = new JsonArray([.. node.Authors.Select(Detail)]);
        }

        if (node.Contributors.Count > 0)
            said["contributors"] = new JsonArray([.. node.Contributors.Select(Detail)]);
        if (node.Publisher is { } publisher)
        {
            NodeVocabulary.Put(said, "publisher", Line(publisher));
            said["publisher_detail"] = Detail(publisher);
        }
    }

    private static string? Line(WirePerson person) =>
        person is { Name: not null, Email: not null } ? $"{person.Name} ({person.Email})" : person.Name ?? person.Email;

    private static JsonObject Detail(WirePerson person) =>
        NodeVocabulary.Object(("name", person.Name), ("email", person.Email), ("href", person.Address), ("url", person.Address));
}
