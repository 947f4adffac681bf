using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Publishing.CountEntities;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.DescribeEntity;
using NewsPlatform.Publishing.FindSimilar;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.HealRestore;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.ListQuotes;
using NewsPlatform.Publishing.ListSections;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.SendWebhooks;
using NewsPlatform.Publishing.ServeHub;
using NewsPlatform.Publishing.SpeakNewsApi;
using NewsPlatform.Publishing.SpeakReader;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.SuggestNames;
using NewsPlatform.Publishing.TellArticle;
using NewsPlatform.Publishing.TellTimeline;
using NewsPlatform.Publishing.WithdrawArticle;
using NewsPlatform.Publishing.WriteFeed;
using NewsPlatform.Publishing.WriteNinjs;
using NewsPlatform.Publishing.WriteSitemap;

namespace NewsPlatform.Publishing;

/// <summary>The publishing service: shows articles and stories to readers, and tells of every change.</summary>
public static partial class PublishingService
{
    /// <summary>Port of the service when it runs in a process of its own.</summary>
    public const int DefaultPort = 8083;

    /// <summary>Name of the service's queues and database.</summary>
    public const string Name = SqliteSchema.Service;

    /// <summary>The newest schema of the service's SQLite file that this program knows.</summary>
    public static int SqliteSchemaVersion => SqliteSchema.Migrations.Count;

    /// <summary>Adds the service; <c>AddMessaging</c> builds its bus afterwards.</summary>
    public static IHostApplicationBuilder AddPublishing(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<PublishingOptions>(PublishingOptions.Section);
        builder.AddStores(SqliteSchema.Service, AddSqlite, services => AddMongoDb(services));
        builder.AddServiceConsumers(SqliteSchema.Service, consumers => consumers
            .Add<PublishArticleConsumer>()
            .Add<WithdrawArticleConsumer>()
            .Add<PublishStoryConsumer>()
            .Add<TellArticleConsumer>()
            .Add<NoteSightingsConsumer>()
            .Add<NoteSourceConsumer>());
        builder.AddRestoreHealing<PublishingHealing>();
        builder.AddDelivery();
        builder.Services
            .AddIndexArticles()
            .AddChanges()
            .AddSingleton<PublishingMetrics>()
            .AddSingleton<ArticlePublisher>()
            .AddSingleton<StoryPublisher>()
            .AddSingleton<ShownStories>()
            .AddSingleton(services => new GroupRecorder<ArticleSighted>("note-sightings", services.GetRequiredService<ISightingStore>().AddAsync))
            .AddSingleton<SightingReader>()
            .AddSingleton<ReportedSources>()
            .AddSingleton(services => new GroupRecorder<SourceReported>("note-source", services.GetRequiredService<ISourceReadStore>().PutNewerAsync))
            .AddSingleton<ArticleReleaser>()
            .AddSingleton<ArticleLister>()
            .AddSingleton<FacetCounter>()
            .AddSingleton<CountryFilter>()
            .AddSingleton<SimilarArticles>()
            .AddSingleton<QuoteLister>()
            .AddSingleton<EntityPortraits>()
            .AddSingleton<SectionReader>()
            .AddSingleton<StoryReader>()
            .AddSingleton<RankedStories>()
            .AddSingleton<TrendingEntities>()
            .AddSingleton<NameSuggestions>()
            .AddSite()
            .AddNewsApi()
            .AddReader()
            .AddWebhooks()
            .AddHub()
            .AddHostedService<ReleaseArticleWorker>();
        return builder;
    }

    /// <summary>Maps the API, the feeds and the site.</summary>
    public static WebApplication MapPublishing(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("Publishing");
        api.MapArticles();
        api.MapSimilar();
        api.MapNinjs();
        api.MapStories();
        api.MapTimeline();
        api.MapQuotes();
        api.MapEntity();
        api.MapSections();
        api.MapSuggestions();
        api.MapChanges();
        api.MapWebhooks();
        app.MapFeeds();
        app.MapHub();
        app.MapNewsApi();
        app.MapReader();
        app.MapSitemaps();
        app.MapSite();
        return app;
    }

    private static void AddSqlite(IServiceCollection services) => services
        .AddSqliteDatabase(SqliteSchema.Service, SqliteSchema.Migrations)
        .AddKeyedSingleton<ILogStore>(SqliteSchema.Service, (provider, key) => new SqliteLogStore(provider.GetRequiredKeyedService<SqliteDatabase>(key)))
        .AddSingleton<SqliteArticleReadStore>()
        .AddSingleton<IArticleReadStore>(provider => provider.GetRequiredService<SqliteArticleReadStore>())
        .AddSingleton<IEmbargoStore>(provider => provider.GetRequiredService<SqliteArticleReadStore>())
        .AddSingleton<IHeldArticleStore>(provider => provider.GetRequiredService<SqliteArticleReadStore>())
        .AddSingleton<IArticleIndex, SqliteSearchIndex>()
        .AddSingleton<IArticleSearch, SqliteArticleSearch>()
        .AddSingleton<ISightingStore, SqliteSightingStore>()
        .AddSingleton<ISourceReadStore, SqliteSourceReadStore>()
        .AddSingleton<IReaderStore, SqliteReaderStore>()
        .AddSingleton<IStoryReadStore, SqliteStoryReadStore>()
        .AddSingleton<ISubscriberStore, SqliteSubscriberStore>();

    // The body stands in Storage/MongoDb, which only builds with -p:MongoDb=true compile.
    static partial void AddMongoDb(IServiceCollection services);
}
