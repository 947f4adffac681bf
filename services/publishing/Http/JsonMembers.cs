using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.Http;

/// <summary>Objects of formats that leave out what has no value.</summary>
internal static class JsonMembers
{
    /// <summary>The same object without the members that are null.</summary>
    public static JsonObject WithoutNulls(this JsonObject members)
    {
        foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            members.Remove(name);
        }

        return members;
    }

    /// <summary>Null in place of an empty list.</summary>
    public static JsonArray? OrNull(this JsonArray items) => items.Count == 0 ? null : items;
}
