using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// The statement that finds one page's (rank, id). Its text depends only on which conditions are set, never on their values, so that
/// few statements are prepared. CROSS JOIN fixes the order: the most selective index leads (words, then a label, then the columns).
/// </summary>
/// <param name="Sql">Gives the columns <c>rank</c> and <c>id</c>.</param>
/// <param name="Values">Its parameters.</param>
internal sealed record SqliteArticleSelection(string Sql, (string Name, object? Value)[] Values)
{
    public static SqliteArticleSelection Of(ArticleQuery query)
    {
        var match = query.Text is null ? null : SqliteSearchText.Required(query.Text);
        var labels = LabelsOf(query);
        var byRelevance = query.Order == ArticleOrder.Relevance && match is not null;
        var lead = match is null && labels.Count > 0 ? labels[0] : null;
        var values = new List<(string, object?)> { ("$limit", query.Limit) };
        var conditions = new List<string> { "a.standing = 1" };

        void Where(string condition, string name, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                values.Add((name, value));
            }
        }

        var time = lead is null ? "a.time" : "l.time";
        var id = lead is null ? "a.id" : "l.id";
        Where("article_terms MATCH $match", "$match", match);
        Where("a.key NOT IN (SELECT rowid FROM article_terms WHERE article_terms MATCH $excluded)", "$excluded", match is null && query.Text is { } text ? SqliteSearchText.Excluded(text) : null);
        for (var i = 0; i < labels.Count; i++)
        {
            Where(labels[i] == lead ? $"l.label = $label{i}" : $"EXISTS (SELECT 1 FROM article_labels x WHERE x.label = $label{i} AND x.time = a.time AND x.id = a.id)", $"$label{i}", labels[i]);
        }

        Where("a.language = $language", "$language", query.Language);
        Where("a.source_id = $source", "$source", query.SourceId);
        Where("a.story_id = $story", "$story", query.StoryId);
        Where($"{time} >= $from", "$from", query.From?.ToUnixTimeMilliseconds());
        Where($"{time} <= $to", "$to", query.To?.ToUnixTimeMilliseconds());
        if (query.After is { } after)
        {
            conditions.Add(byRelevance ? "(bm25(article_terms, 8.0, 1.0), a.id) > ($afterRank, $afterId)" : $"({time}, {id}) < ($afterRank, $afterId)");
            values.Add(("$afterRank", byRelevance ? after.Rank : (long)after.Rank));
            values.Add(("$afterId", after.ArticleId));
        }

        // A hit in the title weighs eight in the text.
        var select = byRelevance ? "bm25(article_terms, 8.0, 1.0) AS rank, a.id AS id" : $"{time} AS rank, {id} AS id";
        var order = byRelevance ? "rank, id" : $"{time} DESC, {id} DESC";
        var sql = $"SELECT {select} FROM {From(match, lead)} WHERE {string.Join(" AND ", conditions)} ORDER BY {order} LIMIT $limit";
        return new SqliteArticleSelection(sql, [.. values]);
    }

    private static string From(string? match, string? lead) => (match, lead) switch
    {
        ({ }, _) => "article_terms CROSS JOIN articles a ON a.key = article_terms.rowid",
        (_, { }) => "article_labels l CROSS JOIN articles a ON a.key = l.key",
        _ => "articles a",
    };

    private static List<string> LabelsOf(ArticleQuery query)
    {
        var labels = new List<string>();
        if (query.Section is { } section)
        {
            labels.Add(ArticleLabels.Section(section));
        }

        if (query.Entity is { } entity)
        {
            labels.Add(ArticleLabels.Entity(entity));
        }

        return labels;
    }
}
