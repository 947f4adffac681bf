namespace NewsPlatform.Hosting.Tests.Logs;

/// <summary>Runs concurrent tasks on one thread and picks who goes on by the seed: a schedule that can be repeated.</summary>
internal sealed class TurnScheduler(Random random) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];

    public override void Post(SendOrPostCallback d, object? state) => _ready.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    /// <summary>Runs until all are done; their exceptions fly.</summary>
    public void Run(IEnumerable<Func<Task>> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var tasks = work.Select(start => start()).ToList();
            while (_ready.Count > 0)
            {
                var turn = random.Next(_ready.Count);
                var (callback, state) = _ready[turn];
                _ready.RemoveAt(turn);
                callback(state);
            }

            foreach (var task in tasks)
            {
                task.GetAwaiter().GetResult();
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
