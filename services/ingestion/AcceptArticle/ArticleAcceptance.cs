using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Decides what a reading means for its article.</summary>
internal static class ArticleAcceptance
{
    /// <summary>The article's next row, or null when nothing is to be stored.</summary>
    public static (Article? Next, AcceptanceOutcome Outcome) Decide(
        Article? current, string id, ArticleReading reading, string contentHash, DateTimeOffset now)
    {
        if (current is null)
            return (Added(id, reading, contentHash, now), AcceptanceOutcome.Added);

        if (current.IsWithdrawal)
        {
            return reading.Origin == ReadingOrigin.Push
                ? (NextRevision(current, reading, contentHash, now, "restored"), AcceptanceOutcome.Revised)
                : (null, current.IsExpired ? AcceptanceOutcome.Expired : AcceptanceOutcome.Withdrawn);
        }

        if (reading.IsFromArchive && reading.ReadAt < (current.ReadAt ?? current.AcceptedAt))
            return (null, AcceptanceOutcome.Older);

        // A feed's text is a poorer print of the page: taken again and again, the two would make revisions without end.
        var isPoorer = reading.Origin == ReadingOrigin.Feed && current.Origin != ReadingOrigin.Feed;
        return isPoorer || (string.Equals(current.ContentHash, contentHash, StringComparison.Ordinal) && !IsUnderDeniedAddress(current, reading))
            ? (null, AcceptanceOutcome.Unchanged)
            : (NextRevision(current, reading, contentHash, now, "changed"), AcceptanceOutcome.Revised);
    }

    /// <summary>
    /// An archived page with the words that are known: the next revision if today's rules read something else out of it that readers see, null if not.
    /// </summary>
    public static Article? DecideDetails(Article current, ArticleContent stored, ArticleReading reading, DateTimeOffset now)
    {
        var content = ContentOf(reading, stored.FirstSeenAt, stored.Source);
        var isSame = stored.PublishedAt == content.PublishedAt && stored.ModifiedAt == content.ModifiedAt && stored.Section == content.Section && stored.Image == content.Image
            && stored.IsPaywalled == content.IsPaywalled && stored.Tags.SequenceEqual(content.Tags)
            && stored.Body.SequenceEqual(content.Body) && stored.Related.SequenceEqual(content.Related);
        return isSame ? null : NextRevision(current, reading, current.ContentHash, now, "changed");
    }

    /// <summary>The withdrawal as the article's next revision.</summary>
    public static Article Withdraw(Article current, string? reason, DateTimeOffset now) =>
        (Requeue(current, current.Revision + 1, now) with { IsWithdrawal = true, IsExpired = false, WithdrawalReason = reason, ContentBytes = 0 })
            .WithStep(Stages.Withdrawn, "requested", now, reason);

    /// <summary>The end of an article's time as its next revision; of the steps before, the first and the last stay.</summary>
    public static Article Expire(Article current, DateTimeOffset now)
    {
        var kept = current.Steps is [var first, .., var last] ? [first, last] : current.Steps;
        return (Requeue(current, current.Revision + 1, now) with { IsWithdrawal = true, IsExpired = true, WithdrawalReason = null, ContentBytes = 0, TraceParent = null, Steps = kept })
            .WithStep(Stages.Expired, "requested", now, "by the retention policy");
    }

    /// <summary>The same article under a revision number that begins its journey anew.</summary>
    public static Article Requeue(Article current, long revision, DateTimeOffset now) => current with
    {
        Revision = revision,
        State = ArticleState.Pending,
        CorrelationId = Guid.NewGuid(),
        AcceptedAt = now,
        QueuedAt = now,
        SentAt = null,
        Attempts = 0,
        Strikes = 0,
        SentAsSuspect = false,
    };

    /// <summary>The content that the reading's revision is stored with; comments, place and recording that it does not tell are those of <paramref name="before"/>.</summary>
    public static ArticleContent ContentOf(ArticleReading reading, DateTimeOffset firstSeenAt, ArticleSource? source = null, ArticleContent? before = null)
    {
        var article = reading.Article;
        var (publishedAt, publishedFrom) = PublishedOf(reading);
        return new ArticleContent
        {
            Url = AddressOf(reading),
            Source = source ?? reading.Source,
            Title = article.Title,
            Subtitle = article.Subtitle,
            Correction = article.Correction,
            Description = article.Description,
            Section = article.Section ?? reading.SectionHint,
            Tags = article.Tags,
            IsPaywalled = article.IsPaywalled,
            Authors = article.Authors,
            PublishedAt = publishedAt,
            ModifiedAt = article.ModifiedAt,
            FirstSeenAt = firstSeenAt,
            EmbargoedUntil = reading.EmbargoedUntil,
            Image = article.Image,
            LanguageHint = article.LanguageHint ?? reading.LanguageHint,
            Body = article.Body,
            Related = article.Related,
            Comments = reading.Extras?.Comments ?? before?.Comments,
            Place = reading.Extras?.Place ?? before?.Place,
            Recording = reading.Extras?.Recording ?? before?.Recording,
            Provenance = article.Provenance with { PublishedAt = publishedFrom, Fields = FieldsOf(article, reading) },
        };
    }

    // The page's own time goes first, but the list's before a guess from "yesterday", and before a bare day that it makes exact.
    private static (DateTimeOffset? At, DateProvenance? From) PublishedOf(ArticleReading reading)
    {
        var (own, from) = (reading.Article.PublishedAt, reading.Article.PublishedFrom);
        if (reading.PublishedAtHint is not { } hint)
            return (own, from);

        var isExacter = from?.Precision == DatePrecisions.Day && hint.TimeOfDay != TimeSpan.Zero && own is { } day && (hint - day).Duration() < TimeSpan.FromDays(1.5);
        return own is null || from?.Source == DateSources.Relative || isExacter
            ? (hint, new DateProvenance(DateSources.List, hint.TimeOfDay == TimeSpan.Zero ? DatePrecisions.Day : DatePrecisions.Second, ZoneKnown: true))
            : (own, from);
    }

    private static IReadOnlyDictionary<string, string> FieldsOf(ExtractedArticle article, ArticleReading reading) =>
        article.Section is null && reading.SectionHint is not null
            ? new Dictionary<string, string>(article.Fields, StringComparer.Ordinal) { [DeclaredFields.Section] = FieldOrigins.List }
            : article.Fields;

    /// <summary>The source that an article is shown under: the first that brought it, whoever brings its revisions; a pusher's word goes first.</summary>
    public static ArticleSource SourceOf(Article? current, ArticleReading reading) =>
        reading.Origin != ReadingOrigin.Push && current?.SeenIn.FirstOrDefault(sighting => sighting.SourceId == current.SourceId) is { } first
            ? new ArticleSource(first.SourceId, first.Name)
            : reading.Source;

    private static Article Added(string id, ArticleReading reading, string contentHash, DateTimeOffset now) => new Article
    {
        Id = id,
        Revision = 1,
        State = ArticleState.Pending,
        CorrelationId = Guid.NewGuid(),
        TraceParent = reading.TraceParent,
        FirstSeenAt = now,
        AcceptedAt = now,
        QueuedAt = now,
        Url = AddressOf(reading),
        SourceId = reading.Source.Id,
        ContentHash = contentHash,
        ContentBytes = ContentSize.Of(reading.Article),
        Origin = reading.Origin,
        SeenIn = Sighting.Add([], reading.Source, reading.FetchedUrl, now),
        ReadAt = reading.ReadAt ?? now,
    }.WithStep(Stages.Accepted, "added", now, OriginOf(reading));

    private static Article NextRevision(Article current, ArticleReading reading, string contentHash, DateTimeOffset now, string outcome) =>
        (Requeue(current, current.Revision + 1, now).Sighted(reading, now) with
        {
            TraceParent = reading.TraceParent,
            Url = IsUnderDeniedAddress(current, reading) ? AddressOf(reading) : current.Url,
            IsWithdrawal = false,
            IsExpired = false,
            WithdrawalReason = null,
            ContentHash = contentHash,
            ContentBytes = ContentSize.Of(reading.Article),
            Origin = reading.Origin,
            ReadAt = reading.ReadAt ?? now,
        }).WithStep(Stages.Accepted, outcome, now, OriginOf(reading));

    private static string? AddressOf(ArticleReading reading) => (ArticleKeys.ClaimedAddress(reading) ?? reading.FetchedUrl)?.AbsoluteUri;

    // What its page claimed was believed until the article of that address came.
    private static bool IsUnderDeniedAddress(Article current, ArticleReading reading) =>
        reading.DeniedAddress is { } denied && Uri.TryCreate(current.Url, UriKind.Absolute, out var shown) && ArticleKeys.OfAddress(shown) == denied;

    private static string OriginOf(ArticleReading reading) => reading.Origin switch
    {
        ReadingOrigin.Push => $"pushed by {reading.Source.Name}",
        ReadingOrigin.Feed => $"read from the feed of {reading.Source.Name}",
        _ => reading.IsFromArchive ? $"read again from the archive for {reading.Source.Name}" : $"read from its page for {reading.Source.Name}",
    };
}
