using System.ComponentModel.DataAnnotations;
using RabbitMQ.Client;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>How events travel.</summary>
public sealed class MessagingOptions : IValidatableObject
{
    public const string Section = "Messaging";

    // The dispatcher takes an article for overtaken, and sends it again, when its retries last longer than this and some.
    private const double MostRetrySeconds = 120;

    /// <summary>In one process, or over a broker.</summary>
    public MessagingTransport Transport { get; init; } = MessagingTransport.InMemory;

    public RabbitMqOptions RabbitMq { get; init; } = new();

    /// <summary>Retries of a transient failure inside the consumer before it becomes a dead letter.</summary>
    [Range(0, 10)]
    public int RetryLimit { get; init; } = 5;

    /// <summary>Longest pause between two retries, in seconds; all pauses together may take two minutes.</summary>
    [Range(0.01, 30)]
    public double RetryMaxSeconds { get; init; } = 15;

    /// <summary>Messages that one endpoint holds and works on at a time: what a group commit can gather.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; init; } = 256;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RetryLimit * RetryMaxSeconds > MostRetrySeconds)
        {
            yield return new ValidationResult($"Messaging:RetryLimit ({RetryLimit}) times Messaging:RetryMaxSeconds ({RetryMaxSeconds}) is over {MostRetrySeconds} seconds: lower one of them.");
        }

        if (Transport == MessagingTransport.RabbitMq && !RabbitMq.IsWellFormed())
        {
            yield return new ValidationResult("Messaging:RabbitMq:Uri must look like amqp://user:password@host:5672/virtual-host (environment variable Messaging__RabbitMq__Uri).");
        }
    }
}

/// <summary>Where the broker is.</summary>
public sealed class RabbitMqOptions
{
    /// <summary><c>amqp[s]://user:password@host:port/virtual-host</c>.</summary>
    public string Uri { get; init; } = "amqp://guest:guest@127.0.0.1:5672/";

    internal RabbitMqAddress Address => RabbitMqAddress.Of(new Uri(Uri));

    internal bool IsWellFormed() =>
        System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && (uri.Scheme is "amqp" or "amqps" or "rabbitmq" or "rabbitmqs");
}

/// <summary>The parts of a broker's address.</summary>
internal sealed record RabbitMqAddress(string Host, ushort Port, string VirtualHost, string? User, string? Password, bool IsSecure)
{
    public static RabbitMqAddress Of(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var isSecure = uri.Scheme is "amqps" or "rabbitmqs";
        return new RabbitMqAddress(
            uri.Host,
            (ushort)(uri.Port > 0 ? uri.Port : isSecure ? 5671 : 5672),
            uri.AbsolutePath is "/" or "" ? "/" : Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            isSecure);
    }

    /// <summary>Makes connections beside the bus's. One that breaks stays broken: who needs it makes another.</summary>
    public ConnectionFactory ConnectionsNamed(string name)
    {
        var factory = new ConnectionFactory
        {
            HostName = Host,
            Port = Port,
            VirtualHost = VirtualHost,
            UserName = User ?? ConnectionFactory.DefaultUser,
            Password = Password ?? ConnectionFactory.DefaultPass,
            AutomaticRecoveryEnabled = false,
            ClientProvidedName = name,
        };
        factory.Ssl.Enabled = IsSecure;
        factory.Ssl.ServerName = Host;
        return factory;
    }
}

public enum MessagingTransport
{
    InMemory,
    RabbitMq,
}
