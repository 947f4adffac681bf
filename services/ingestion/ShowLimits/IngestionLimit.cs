namespace NewsPlatform.Ingestion.ShowLimits;

/// <summary>What bounds that which comes from the web.</summary>
public enum IngestionLimit
{
    BodyBytes,
    InflateRatio,
    HeaderBytes,
    Redirects,
    UrlLength,
    ConnectTime,
    FirstByteTime,
    TotalTime,
    FeedBytes,
    FeedItems,
    ChildSitemaps,
    XmlDepth,
    XmlElements,
    XmlDeclaredEntities,
    PageBytes,
    HtmlNesting,
    ArticleBytes,
    PageAttempts,
    DiscoveryRequests,
    LookWait,
    ImportBytes,
    ImportSources,
    KeptRevisions,
    FeedHubs,
    HubBodyBytes,
    HubBodyTime,
    HubDeliveriesPerMinute,
    HubDeliveriesAtOnce,
}
