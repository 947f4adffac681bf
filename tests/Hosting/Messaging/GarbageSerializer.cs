using System.Net.Mime;
using System.Text;
using MassTransit;

namespace NewsPlatform.Hosting.Tests.Messaging;

/// <summary>Writes what no consumer of the platform can read, as another program on the same broker might.</summary>
internal sealed class GarbageSerializer(string text = GarbageSerializer.Text) : IMessageSerializer
{
    public const string Text = "{\"half\": an envelope";

    /// <summary>An envelope whose message has a number for a text.</summary>
    public const string WrongMember = """{"messageId":"5a4d0000-0000-0000-0000-000000000001","messageType":["urn:message:NewsPlatform.Hosting.Tests.Messaging:NoteTaken"],"message":{"text":{"nested":1}}}""";

    public ContentType ContentType { get; } = new("application/vnd.masstransit+json");

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new BytesMessageBody(Encoding.UTF8.GetBytes(text));
}
