using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>The one way to the decider inside a process: gathers what many ask at once into one append.</summary>
internal sealed class StoryLeader(StoryDecider decider) : IAsyncDisposable
{
    private readonly GroupCommitWriter<StoryCommand, StoryAnswer> _writer = new("assign", decider.CommitAsync);

    /// <summary>Where the article belongs; durable when answered.</summary>
    public async Task<StoryDecision> DecideAsync(StoryCommand command, CancellationToken ct) =>
        (await _writer.WriteAsync(command, ct)).Decision!;

    /// <summary>What became of an editor's command; durable when answered.</summary>
    public async Task<StoryEdit> EditAsync(StoryCommand command, CancellationToken ct) =>
        (await _writer.WriteAsync(command, ct)).Edit!;

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
