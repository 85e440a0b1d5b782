namespace PixelLab.Web.Limits;

/// <summary>How the journal of the event log is read when a process before this one has left something in it.</summary>
public static class JournalLimits
{
    /// <summary>Bytes that are read at once: a journal may be larger than the memory.</summary>
    public const int Piece = 1024 * 1024;

    /// <summary>The most bytes of an entry. What claims to be larger is no entry: nothing of a lab is kept together that is half as large.</summary>
    public const int Entry = 256 * 1024 * 1024;

    /// <summary>Bytes that are taken over in one commit.</summary>
    public const long TakenOverAtOnce = 8 * 1024 * 1024;

    /// <summary>Ids that are left out where nobody can say how many a damaged journal has held: they cost nothing, and one given twice is two events with one name.</summary>
    public const long IdsLeftOut = 1_000_000;
}
