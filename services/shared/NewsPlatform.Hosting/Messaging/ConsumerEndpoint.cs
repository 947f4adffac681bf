using System.Text;
using MassTransit;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>One queue of one service and the consumers on it.</summary>
public sealed class ConsumerEndpoint
{
    internal ConsumerEndpoint(string service, string queue)
    {
        Service = service;
        Queue = queue;
    }

    internal string Service { get; }

    /// <summary>The queue's name: <c>service-consumer</c>.</summary>
    public string Queue { get; }

    /// <summary>One replica consumes, the others stand by. Saves work; it is no lock (architecture, The story leader).</summary>
    public bool SingleActive { get; set; }

    /// <summary>False for the endpoint that records faults: it would loop on its own.</summary>
    public bool PublishFaults { get; set; } = true;

    /// <summary>Messages worked on at a time; null = the platform's <see cref="MessagingOptions.Concurrency"/>.</summary>
    public int? Concurrency { get; set; }

    internal List<Type> Consumers { get; } = [];
}

/// <summary>Collects a service's consumers; <see cref="MessagingRegistration.AddMessaging"/> builds the one bus of them all.</summary>
public sealed class ServiceConsumers
{
    private readonly string _service;
    private readonly ConsumerEndpoints _endpoints;

    internal ServiceConsumers(string service, ConsumerEndpoints endpoints)
    {
        _service = service;
        _endpoints = endpoints;
    }

    /// <summary>Gives the consumer a queue of its own, named by the service and the consumer.</summary>
    public ServiceConsumers Add<TConsumer>(Action<ConsumerEndpoint>? configure = null) where TConsumer : class, IConsumer =>
        AddTo<TConsumer>(KebabName(typeof(TConsumer)), configure);

    /// <summary>Puts the consumer on the queue <c>service-<paramref name="name"/></c>, shared with the service's other consumers of that name.</summary>
    public ServiceConsumers AddTo<TConsumer>(string name, Action<ConsumerEndpoint>? configure = null) where TConsumer : class, IConsumer
    {
        var endpoint = _endpoints.GetOrAdd(_service, $"{_service}-{name}");
        endpoint.Consumers.Add(typeof(TConsumer));
        configure?.Invoke(endpoint);
        return this;
    }

    internal static string KebabName(Type consumer)
    {
        var words = consumer.Name.EndsWith("Consumer", StringComparison.Ordinal) ? consumer.Name[..^"Consumer".Length] : consumer.Name;
        var kebab = new StringBuilder();
        foreach (var letter in words)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}

/// <summary>A queue that an event of several subscribers has to come to.</summary>
/// <param name="Queue">Its name, as its consumer's service names it.</param>
/// <param name="SingleActive">As of the consumer's endpoint.</param>
public sealed record EventSubscriber(string Queue, bool SingleActive = false);

/// <summary>Every endpoint of the process, by queue name.</summary>
internal sealed class ConsumerEndpoints
{
    /// <summary>Events that the process publishes to several services, each with the queues of all.</summary>
    public Dictionary<Type, IReadOnlyList<EventSubscriber>> SharedEvents { get; } = [];

    private readonly Dictionary<string, ConsumerEndpoint> _byQueue = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ConsumerEndpoint> All => _byQueue.Values;

    public ConsumerEndpoint GetOrAdd(string service, string queue)
    {
        if (!_byQueue.TryGetValue(queue, out var endpoint))
        {
            _byQueue[queue] = endpoint = new ConsumerEndpoint(service, queue);
        }
        else if (endpoint.Service != service)
        {
            throw new InvalidOperationException($"The queue '{queue}' is claimed by the services '{endpoint.Service}' and '{service}': two services on one queue take each other's messages.");
        }

        return endpoint;
    }
}
