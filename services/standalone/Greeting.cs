using NewsPlatform.Standalone.ServeEdition;

namespace NewsPlatform.Standalone;

/// <summary>What the program tells the person who started it.</summary>
internal static class Greeting
{
    public static string Started(Uri address, AdminKey key, DataFolder folder) =>
        $"""
        NewsPlatform is on {address}   (data in {folder.Path}; Ctrl+C stops)
        {(key.IsNew ? $"Key for writing, shown this once and kept in {folder.AdminKeyFile}:\n  {key.Value}" : key.IsGiven ? "Key for writing: as you gave it." : $"Key for writing: in {folder.AdminKeyFile}.")}
        """;

    public static string Demo(Uri address, Edition edition) =>
        $"""

        Open   {address}                              the front page
               {address}search?q=...                  search in Russian, Ukrainian and English
               {address}feeds/rss.xml                 any query as a feed
        Try    curl {address}api/v1/stories           stories told by several publishers
               curl {address}api/v1/pipeline          where every article is
               curl -N {address}api/v1/stream         changes as they happen
               dotnet run --project services/newsctl -- articles list --server {address}

        Taking in the sample edition: {edition.Articles.Count} articles of {edition.Publishers.Count} invented publishers.
        """;

    public static string AddASource(Uri address) =>
        $$"""

        Nothing is taken in until you add a source:
          curl -X POST {{address}}api/v1/sources -H "X-Api-Key: <key>" -H "Content-Type: application/json" \
               -d '{"name":"My source","kind":"feed","url":"https://site.example/rss.xml"}'
          dotnet run --project services/newsctl -- sources add "My source" https://site.example/rss.xml --server {{address}} --key <key>
        or start with --demo for a sample edition.
        """;
}
