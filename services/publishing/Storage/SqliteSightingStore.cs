using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.NoteSightings;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Sightings in SQLite, a row for each source of an article.</summary>
internal sealed class SqliteSightingStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : ISightingStore
{
    private const string Add = "INSERT OR IGNORE INTO article_sightings (article_id, source_id, seen_at, record) VALUES ($article, $source, $seen, $record)";
    private const string Of = "SELECT record FROM article_sightings WHERE article_id = $article ORDER BY seen_at, source_id";

    public Task AddAsync(IReadOnlyList<ArticleSighted> sighted, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var (articleId, sighting) in sighted.SelectMany(article => article.SeenIn.Select(sighting => (article.ArticleId, sighting))))
                {
                    connection.Execute(
                        Add,
                        ("$article", articleId),
                        ("$source", sighting.SourceId),
                        ("$seen", sighting.FirstSeenAt.ToUnixTimeMilliseconds()),
                        ("$record", JsonSerializer.Serialize(sighting, JsonDefaults.Options)));
                }
            },
            ct);

    public Task<ILookup<string, ArticleSighting>> ReadAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct) =>
        database.ReadAsync(
            connection => articleIds.Distinct().SelectMany(id => connection
                .Query(Of, row => JsonSerializer.Deserialize<ArticleSighting>(row.GetString(0), JsonDefaults.Options)!, ("$article", id))
                .Select(sighting => (Id: id, Sighting: sighting)))
                .ToLookup(noted => noted.Id, noted => noted.Sighting),
            ct);
}
