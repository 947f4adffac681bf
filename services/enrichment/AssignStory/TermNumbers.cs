using System.Runtime.InteropServices;
using System.Text;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Numbers terms as they come, from 0, and keeps them for good: open addressing over one buffer with the letters of all. A start numbers ten million terms,
/// most of a look-up is waiting for memory: those of one article are looked up together, so that their waits overlap.
/// </summary>
internal sealed class TermNumbers
{
    private const int LongestInPlace = 512;

    private Slot[] _slots = new Slot[32];
    private int[] _ends = new int[16];
    private byte[] _letters = new byte[256];
    private int _touched;

    /// <summary>Terms that have a number.</summary>
    public int Count { get; private set; }

    public bool TryGetValue(string term, out int number)
    {
        Span<byte> place = stackalloc byte[LongestInPlace];
        var letters = Letters(term, place);
        number = _slots[Find(letters, Hash(letters))].Number;
        return number >= 0;
    }

    public int GetOrAdd(string term)
    {
        Span<byte> place = stackalloc byte[LongestInPlace];
        var letters = Letters(term, place);
        return GetOrAdd(letters, Hash(letters));
    }

    /// <summary>Numbers the next terms of a record.</summary>
    /// <param name="reader">Stands at the first.</param>
    /// <param name="numbers">As many as there are.</param>
    public void GetOrAdd(ref PackedReader reader, Span<int> numbers)
    {
        var terms = reader;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Hash(reader.ReadText());
        }

        FetchAll(numbers);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = GetOrAdd(terms.ReadText(), numbers[i]);
        }
    }

    // Every loop asks for memory at many places that do not depend on one another; the look-ups after it find it near.
    private void FetchAll(ReadOnlySpan<int> hashes)
    {
        Span<int> guesses = hashes.Length <= LongestInPlace ? stackalloc int[hashes.Length] : new int[hashes.Length];
        var mask = _slots.Length - 1;
        for (var i = 0; i < guesses.Length; i++)
        {
            guesses[i] = Math.Max(0, _slots[hashes[i] & mask].Number);
        }

        for (var i = 0; i < guesses.Length; i++)
        {
            guesses[i] = _ends[guesses[i]];
        }

        var touched = 0;
        foreach (var end in guesses)
        {
            touched += _letters[Math.Max(0, end - 1)];
        }

        _touched = touched;
    }

    private int GetOrAdd(ReadOnlySpan<byte> letters, int hash)
    {
        var slot = Find(letters, hash);
        return _slots[slot].Number is >= 0 and var number ? number : Add(slot, letters, hash);
    }

    private int Find(ReadOnlySpan<byte> letters, int hash)
    {
        var mask = _slots.Length - 1;
        var at = hash & mask;
        while (_slots[at].Number >= 0 && (_slots[at].Hash != hash || !LettersOf(_slots[at].Number).SequenceEqual(letters)))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private int Add(int slot, ReadOnlySpan<byte> letters, int hash)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        MakeRoom(start + letters.Length);
        letters.CopyTo(_letters.AsSpan(start));
        _ends[Count] = start + letters.Length;
        _slots[slot] = new Slot(hash, Count);
        Count++;
        if (Count * 2 > _slots.Length)
        {
            Spread();
        }

        return Count - 1;
    }

    private void MakeRoom(int letters)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
        }

        if (letters > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(letters, _letters.Length * 2));
        }
    }

    private void Spread()
    {
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in before)
        {
            if (slot.Number >= 0)
            {
                var at = slot.Hash & mask;
                while (_slots[at].Number >= 0)
                {
                    at = (at + 1) & mask;
                }

                _slots[at] = slot;
            }
        }
    }

    private ReadOnlySpan<byte> LettersOf(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _letters.AsSpan(start, _ends[number] - start);
    }

    private static ReadOnlySpan<byte> Letters(string term, Span<byte> place) =>
        Encoding.UTF8.TryGetBytes(term, place, out var written) ? place[..written] : Encoding.UTF8.GetBytes(term);

    // Of a seed that each process draws: no text can be made to meet others in one place.
    private static int Hash(ReadOnlySpan<byte> letters)
    {
        var hash = new HashCode();
        hash.AddBytes(letters);
        return hash.ToHashCode();
    }

    /// <summary>A place of the table; free while it was not written.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Slot(int hash, int number)
    {
        private readonly int _next = number + 1;

        public int Hash { get; } = hash;

        /// <summary>-1 in a free place.</summary>
        public int Number => _next - 1;
    }
}
