namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Remembers how to take back what was changed since <see cref="Begin"/>: decisions are tried on the index before they are in the log.</summary>
internal sealed class UndoJournal
{
    private readonly Stack<Action> _undo = new();
    private bool _recording;

    public void Begin()
    {
        if (_recording)
        {
            throw new InvalidOperationException("A trial is under way already; keep it or take it back first.");
        }

        _recording = true;
    }

    public void Record(Action undo)
    {
        if (_recording)
        {
            _undo.Push(undo);
        }
    }

    public void Keep()
    {
        _recording = false;
        _undo.Clear();
    }

    public void TakeBack()
    {
        _recording = false;
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }
}
