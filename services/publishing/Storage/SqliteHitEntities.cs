using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>The entities that an article is counted by, in the row of its hit: a line each, its type and after a tab its name.</summary>
internal static class SqliteHitEntities
{
    private const char Line = '\n';
    private const char Tab = '\t';

    /// <summary>The column's text; null when the article names nobody.</summary>
    public static string? Of(PublishedArticle article)
    {
        var lines = string.Join(Line, ArticleLabels.EntitiesOf(article).Select(entity => $"{OnOneLine(entity.Type)}{Tab}{OnOneLine(entity.Name)}"));
        return lines.Length == 0 ? null : lines;
    }

    /// <summary>Those named most, most first, by the spelling of the first hit that names them.</summary>
    /// <param name="hits">The column of each hit, the newest first.</param>
    /// <param name="most">At most so many are given.</param>
    public static IReadOnlyList<EntityCount> Count(IReadOnlyList<string?> hits, int most)
    {
        var counts = new Dictionary<string, EntityCount>(StringComparer.Ordinal);
        foreach (var (line, articles) in CountLines(hits))
        {
            var tab = line.IndexOf(Tab, StringComparison.Ordinal);
            var name = line[(tab + 1)..];
            var label = ArticleLabels.Entity(name);
            counts[label] = counts.TryGetValue(label, out var counted) ? counted with { Articles = counted.Articles + articles } : new EntityCount(name, line[..tab], articles);
        }

        return [.. counts.OrderByDescending(count => count.Value.Articles).ThenBy(count => count.Key, StringComparer.Ordinal).Take(most).Select(count => count.Value)];
    }

    // In the order in which they are met. Thousands of lines are a few hundred different ones: only those are taken apart.
    private static List<(string Line, int Articles)> CountLines(IReadOnlyList<string?> hits)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var lines = new List<(string Line, int Articles)>();
        foreach (var ofHit in hits.OfType<string>())
        {
            foreach (var range in ofHit.AsSpan().Split(Line))
            {
                var line = ofHit.AsSpan(range);
                if (known.TryGetValue(line, out var number))
                {
                    lines[number] = (lines[number].Line, lines[number].Articles + 1);
                    continue;
                }

                known[line] = lines.Count;
                lines.Add((line.ToString(), 1));
            }
        }

        return lines;
    }

    private static string OnOneLine(string value) => value.Replace(Line, ' ').Replace(Tab, ' ');
}
