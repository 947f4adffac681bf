namespace NewsPlatform.Hosting.Storage;

/// <summary>Small facts that a service keeps in its database beside its stores, by name. Registered keyed by the service.</summary>
public interface IServiceFacts
{
    /// <summary>Null when there is none of that name.</summary>
    Task<string?> TryReadAsync(string name, CancellationToken ct);

    /// <summary>Durable when it returns.</summary>
    Task WriteAsync(string name, string value, CancellationToken ct);
}
