namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// The bytes of journal entries that are not in the database yet, one entry after the other. They lie in one piece of memory that is
/// used again and again: a piece for each entry was a third of all that a hit allocated. Not thread-safe.
/// </summary>
internal sealed class Backlog
{
    /// <summary>More memory than this is given back when the backlog is worked off: it was a burst.</summary>
    private const int UsualCapacity = 4 * 1024 * 1024;

    private byte[] _bytes = [];

    /// <summary>How many bytes wait.</summary>
    public int Length { get; private set; }

    /// <summary>The newest event's id; 0 where nothing waits.</summary>
    public long LastId { get; private set; }

    /// <summary>The entries, oldest first.</summary>
    public ReadOnlySpan<byte> Entries => _bytes.AsSpan(0, Length);

    /// <summary>Adds a numbered entry.</summary>
    public void Add(JournalEntry entry) => Add(entry.Bytes.Span, entry.LastId);

    /// <summary>Adds what came after this one.</summary>
    public void Add(Backlog later)
    {
        if (later.Length > 0)
        {
            Add(later.Entries, later.LastId);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        (Length, LastId) = (0, 0);
        if (_bytes.Length > UsualCapacity)
        {
            _bytes = [];
        }
    }

    private void Add(ReadOnlySpan<byte> entries, long lastId)
    {
        if (Length + entries.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + entries.Length, 2 * _bytes.Length));
        }

        entries.CopyTo(_bytes.AsSpan(Length));
        Length += entries.Length;
        LastId = lastId;
    }
}
