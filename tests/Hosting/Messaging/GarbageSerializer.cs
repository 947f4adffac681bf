using System.Net.Mime;
using System.Text;
using MassTransit;

namespace NewsPlatform.Hosting.Tests.Messaging;

/// <summary>Writes what no consumer of the platform can read, as another program on the same broker might.</summary>
internal sealed class GarbageSerializer : IMessageSerializer
{
    public const string Text = "{\"half\": an envelope";

    public ContentType ContentType { get; } = new("application/vnd.masstransit+json");

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new BytesMessageBody(Encoding.UTF8.GetBytes(Text));
}
