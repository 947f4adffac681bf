namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Remembers how to take back what was changed since <see cref="Begin"/>: decisions are tried on the index before they are in the log.</summary>
internal sealed class UndoJournal
{
    private readonly Stack<Action> _undo = new();

    /// <summary>Whether anything is to be recorded: a replay spares itself the making of what would be dropped.</summary>
    public bool IsRecording { get; private set; }

    public void Begin()
    {
        if (IsRecording)
        {
            throw new InvalidOperationException("A trial is under way already; keep it or take it back first.");
        }

        IsRecording = true;
    }

    public void Record(Action undo)
    {
        if (IsRecording)
        {
            _undo.Push(undo);
        }
    }

    public void Keep()
    {
        IsRecording = false;
        _undo.Clear();
    }

    public void TakeBack()
    {
        IsRecording = false;
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }
}
