using MassTransit;

namespace NewsPlatform.Hosting.Tests.Messaging.Elsewhere;

/// <summary>Another service's consumer with a name that is taken.</summary>
internal sealed class KeepNoteConsumer(Inbox inbox) : IConsumer<NoteTaken>
{
    public Task Consume(ConsumeContext<NoteTaken> context)
    {
        inbox.Notes.Enqueue($"elsewhere: {context.Message.Text}");
        return Task.CompletedTask;
    }
}
