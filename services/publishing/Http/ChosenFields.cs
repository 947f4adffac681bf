using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.Http;

/// <summary>What <c>fields=</c> asks of articles.</summary>
/// <param name="Named">Members of <see cref="ArticleResource"/> as they are spelt in JSON.</param>
internal sealed record ChosenFields(IReadOnlySet<string> Named)
{
    // Each may be named; more are a mistake.
    private const int MaximumNames = 50;

    private const string Body = "body";
    private const string Text = "text";

    private static readonly HashSet<string> All = [.. typeof(ArticleResource).GetProperties().Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name))];

    // What names the article, and what another parameter asked for.
    private static readonly HashSet<string> Always = ["id", "highlights"];

    public bool WithBody => Named.Contains(Body);

    public bool WithText => Named.Contains(Text);

    /// <summary>True when nothing but what is named is to be shown; <c>body</c> and <c>text</c> alone only add to what lists show anyway.</summary>
    public bool LeavesOut => Named.Any(name => name is not (Body or Text));

    /// <summary>What the request asks; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    public static ChosenFields Read(QueryParameters parameters)
    {
        var fields = parameters.List("fields", MaximumNames);
        if (fields.FirstOrDefault(field => !All.Contains(field)) is { } unknown)
        {
            parameters.Fail($"fields names '{QueryParameters.Shown(unknown)}', which articles do not have: give members of an article such as title, url or text, parted by commas.");
        }

        return new ChosenFields(fields.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The article with nothing but its id and what is named.</summary>
    public JsonObject Of(ArticleResource article)
    {
        var members = JsonSerializer.SerializeToNode(article, JsonDefaults.Options)!.AsObject();
        foreach (var name in members.Select(member => member.Key).Where(name => !Named.Contains(name) && !Always.Contains(name)).ToList())
        {
            members.Remove(name);
        }

        return members;
    }

    /// <summary>The page with such articles.</summary>
    public JsonObject Of(ArticlePage page)
    {
        var members = JsonSerializer.SerializeToNode(page with { Items = [] }, JsonDefaults.Options)!.AsObject();
        members["items"] = new JsonArray([.. page.Items.Select(Of)]);
        return members;
    }
}
