using System.Text.Json.Nodes;

namespace NewsPlatform.Publishing.WriteJsonLd;

/// <summary>The site as schema.org's WebSite, with its search.</summary>
internal static class WebSiteData
{
    /// <param name="name">Of the site.</param>
    /// <param name="address">Of its front page.</param>
    /// <param name="search">Address of the search, with <c>{words}</c> where they stand.</param>
    public static JsonObject Of(string name, string address, string search) => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = name,
        ["url"] = address,
        ["potentialAction"] = new JsonObject { ["@type"] = "SearchAction", ["target"] = search, ["query-input"] = "required name=words" },
    };
}
