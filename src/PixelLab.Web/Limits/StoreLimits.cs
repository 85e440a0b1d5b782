namespace PixelLab.Web.Limits;

/// <summary>What is found out, and said, about the state of the event log.</summary>
public static class StoreLimits
{
    /// <summary>How long no write may have failed before it is said that hits are kept again: on a disk that is nearly full every second one may be.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    /// <summary>How long pages say what a start has recovered: whoever was there when the run before it broke off is back by then.</summary>
    public static readonly TimeSpan RecoveryIsNews = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a hit, or whoever asks for the state of the lab, waits for a server on another machine. One that is well answers in milliseconds; one that
    /// stands still must not keep every page waiting.
    /// </summary>
    public static readonly TimeSpan ServerPatience = TimeSpan.FromSeconds(3);

    /// <summary>How long the start waits before it looks again for a server that is not there.</summary>
    public static readonly TimeSpan ServerPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Bytes that are written to see whether a hit could be: as many as a large one has.</summary>
    public const int Probe = 64 * 1024;

    /// <summary>
    /// Bytes of the disk that are held for erasing on a full one: as many as the database's write-ahead log has at most before it is carried into the
    /// file, which grows by that; and half as many for what is moved and erased.
    /// </summary>
    public const long Reserve = 48 * 1024 * 1024;

    /// <summary>
    /// Bytes of the disk from which on rows are erased by the thousand: erased ones are overwritten, and all of them stand in the write-ahead log before.
    /// Large ones may be 128 MB.
    /// </summary>
    public const long PlentyOfDisk = 4 * Reserve;

    /// <summary>
    /// How many starts of a log are remembered by the names that it gave its cursors. A page that stayed open for longer begins anew, which costs it no
    /// more than a reload.
    /// </summary>
    public const int Openings = 256;
}
