using System.Runtime.InteropServices;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>
/// Places of records by the hashes of what they hold, in open addressing: eight bytes each, where a dictionary by id takes six times as much. Who asks looks
/// into each record named, and nothing is ever taken out: a record that no longer counts is passed over by who asks.
/// </summary>
internal sealed class PlacesByHash
{
    private Slot[] _slots = new Slot[32];
    private int _count;

    /// <summary>Makes room for so many more at once.</summary>
    public void MakeRoom(int count)
    {
        var length = _slots.Length;
        while (length < (_count + count) * 2L)
        {
            length *= 2;
        }

        Spread(length);
    }

    public void Add(int hash, int place)
    {
        if ((_count + 1) * 2L > _slots.Length)
        {
            Spread(_slots.Length * 2);
        }

        _slots[Free(hash)] = new Slot(hash, place + 1);
        _count++;
    }

    /// <summary>Goes on to the next place under a hash.</summary>
    /// <param name="hash">What is asked for.</param>
    /// <param name="at">-1 at first; kept from one call to the next.</param>
    /// <param name="place">A place that something of this hash was added with.</param>
    /// <returns>False when there is no more.</returns>
    public bool Next(int hash, ref int at, out int place)
    {
        var mask = _slots.Length - 1;
        at = at < 0 ? hash & mask : (at + 1) & mask;
        while (_slots[at].Place != 0 && _slots[at].Hash != hash)
        {
            at = (at + 1) & mask;
        }

        place = _slots[at].Place - 1;
        return place >= 0;
    }

    private int Free(int hash)
    {
        var mask = _slots.Length - 1;
        var at = hash & mask;
        while (_slots[at].Place != 0)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Spread(int length)
    {
        var before = _slots;
        if (length == before.Length)
        {
            return;
        }

        _slots = new Slot[length];
        foreach (var slot in before)
        {
            if (slot.Place != 0)
            {
                _slots[Free(slot.Hash)] = slot;
            }
        }
    }

    /// <summary>One hash with the place after it, from 1; 0 in a free slot.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(int Hash, int Place);
}
