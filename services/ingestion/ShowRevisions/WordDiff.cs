using System.Text;

namespace NewsPlatform.Ingestion.ShowRevisions;

/// <summary>A part of a text beside its earlier print.</summary>
/// <param name="Op">same, removed or added.</param>
/// <param name="Text">The part as it stands; all parts but the removed ones, joined, are the newer text, all but the added ones the older.</param>
internal sealed record DiffPart(string Op, string Text);

/// <summary>Tells by words what changed between two texts: the shortest edit after Myers, within a bound of work.</summary>
internal static class WordDiff
{
    public const string Same = "same";
    public const string Removed = "removed";
    public const string Added = "added";

    // Edits beyond it are told as one large replacement: memory grows with the square.
    private const int MostEdits = 1_500;

    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var head = 0;
        while (head < old.Count && head < now.Count && old[head] == now[head])
            head++;

        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;

        var parts = new Parts();
        parts.AddAll(Same, old.Take(head));
        Middle(old[head..^tail], now[head..^tail], parts);
        parts.AddAll(Same, old.TakeLast(tail));
        return parts.ToList();
    }

    /// <summary>How many words a part has.</summary>
    public static int CountWords(string text) => Words(text).Count(word => char.IsLetterOrDigit(word[0]));

    private static void Middle(List<string> old, List<string> now, Parts parts)
    {
        var trace = Trace(old, now);
        if (trace is null)
        {
            parts.AddAll(Removed, old);
            parts.AddAll(Added, now);
            return;
        }

        foreach (var (op, word) in Path(old, now, trace))
            parts.Add(op, word);
    }

    // For each number of edits the furthest place on each diagonal; null when more edits are needed than may be.
    private static List<int[]>? Trace(List<string> old, List<string> now)
    {
        var trace = new List<int[]>();
        var furthest = new int[3];
        for (var edits = 0; edits <= Math.Min(MostEdits, old.Count + now.Count); edits++)
        {
            var reached = new int[(2 * edits) + 3];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0 : Start(furthest, diagonal, edits);
                var y = x - diagonal;
                while (x < old.Count && y < now.Count && old[x] == now[y])
                    (x, y) = (x + 1, y + 1);

                reached[diagonal + edits + 1] = x;
                if (x >= old.Count && y >= now.Count)
                {
                    trace.Add(reached);
                    return trace;
                }
            }

            trace.Add(reached);
            furthest = reached;
        }

        return null;
    }

    // One edit more: a word of the new text (from the diagonal above) or one of the old (from the one below) is passed.
    private static int Start(int[] before, int diagonal, int edits)
    {
        var (above, below) = (At(before, diagonal + 1, edits - 1), At(before, diagonal - 1, edits - 1));
        return IsDown(above, below, diagonal, edits) ? above : below + 1;
    }

    private static bool IsDown(int above, int below, int diagonal, int edits) => diagonal == -edits || (diagonal != edits && below < above);

    private static int At(int[] reached, int diagonal, int edits) => Math.Abs(diagonal) <= edits ? reached[diagonal + edits + 1] : -1;

    private static List<(string Op, string Word)> Path(List<string> old, List<string> now, List<int[]> trace)
    {
        var path = new List<(string Op, string Word)>();
        var (x, y) = (old.Count, now.Count);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var diagonal = x - y;
            var (above, below) = (At(trace[edits - 1], diagonal + 1, edits - 1), At(trace[edits - 1], diagonal - 1, edits - 1));
            var isDown = IsDown(above, below, diagonal, edits);
            var fromX = isDown ? above : below;
            var fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
            while (x > fromX + (isDown ? 0 : 1) && y > fromY + (isDown ? 1 : 0))
            {
                path.Add((Same, old[--x]));
                y--;
            }

            path.Add(isDown ? (Added, now[fromY]) : (Removed, old[fromX]));
            (x, y) = (fromX, fromY);
        }

        while (x > 0)
            path.Add((Same, old[--x]));

        path.Reverse();
        return path;
    }

    // Words, runs of white space and single other characters, each of its own: joined they are the text again.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsInWord(text, start))
            {
                while (end < text.Length && IsInWord(text, end))
                    end++;
            }
            else if (char.IsWhiteSpace(text[start]))
            {
                while (end < text.Length && char.IsWhiteSpace(text[end]))
                    end++;
            }

            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    private static bool IsInWord(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || (text[at] is '\'' or '’' or 'ʼ' or '-' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));

    // Of one place first what went, then what came.
    private sealed class Parts
    {
        private readonly List<DiffPart> _parts = [];
        private readonly StringBuilder _same = new();
        private readonly StringBuilder _removed = new();
        private readonly StringBuilder _added = new();

        public void AddAll(string op, IEnumerable<string> words)
        {
            foreach (var word in words)
                Add(op, word);
        }

        public void Add(string op, string word)
        {
            if (op == Same)
            {
                Flush(Removed, _removed);
                Flush(Added, _added);
                _same.Append(word);
                return;
            }

            Flush(Same, _same);
            (op == Removed ? _removed : _added).Append(word);
        }

        public List<DiffPart> ToList()
        {
            Flush(Same, _same);
            Flush(Removed, _removed);
            Flush(Added, _added);
            return _parts;
        }

        private void Flush(string op, StringBuilder text)
        {
            if (text.Length > 0)
                _parts.Add(new DiffPart(op, text.ToString()));

            text.Clear();
        }
    }
}
