using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// One of the journal's files, to be written to. Its beginning is mapped into memory where that is safe: what is copied there outlives the process as
/// well as what is written, and costs no call to the system. The room for it is truly taken before, for a page that the disk cannot back ends the process.
/// What does not fit, and everything where nothing is mapped, is written. Not thread-safe.
/// </summary>
/// <param name="path">Where it lies.</param>
/// <param name="reserve">Tells whether the disk has room to spare.</param>
internal sealed class JournalRoom(string path, Reserve reserve) : IDisposable
{
    /// <summary>How many bytes are mapped.</summary>
    public const int MappedLength = 2 * 1024 * 1024;

    /// <summary>
    /// File systems on which bytes that were written once have their place for good. One that writes elsewhere each time may find none for a page that is
    /// mapped, or reaches over the network for it.
    /// </summary>
    private static readonly string[] InPlace = ["ext2", "ext3", "ext4", "xfs", "tmpfs"];

    /// <summary>
    /// What a file begins with: letters that can be no entry's length, and the version of what follows. Files from before it was written down begin
    /// with an entry.
    /// </summary>
    private static readonly byte[] Head = [.. "PXLJ"u8, JournalFile.Version, 0, 0, 0];

    /// <summary>What stands in a file to see whether an entry could: an end, and behind it what is none.</summary>
    private static readonly byte[] Trial =
        [.. JournalEntry.End, .. Enumerable.Repeat(byte.MaxValue, StoreLimits.Probe - JournalEntry.EndLength)];

    private static readonly byte[] Zeros = new byte[64 * 1024];

    private readonly SafeFileHandle _file = File.OpenHandle(
        PrivateFiles.File(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private readonly bool _isInPlace = IsInPlace(path);
    private MemoryMappedViewAccessor? _mapped;
    private bool _hasHead;

    /// <summary>Up to where something was written since it was empty.</summary>
    private long _usedTo = Begin;

    /// <summary>Where the first entry stands.</summary>
    public static int Begin => Head.Length;

    /// <summary>Whether the file can be found by its name.</summary>
    public bool IsThere => File.Exists(path);

    /// <summary>Keeps an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="at">Where it is to stand: at the beginning, or behind the one before.</param>
    /// <exception cref="IOException">The disk is full or broken; the entry is not kept.</exception>
    public void Write(JournalEntry entry, long at)
    {
        Prepare(at);
        _usedTo = Math.Max(_usedTo, at + entry.WithEnd.Length);
        if (!IsMapped(at, entry.WithEnd.Length))
        {
            RandomAccess.Write(_file, entry.WithEnd, at);
            return;
        }

        // A process may be killed between any two of these: as long as the end stands where the entry begins, there is none.
        var memory = _mapped!.SafeMemoryMappedViewHandle;
        if (at == Begin)
        {
            memory.WriteSpan<byte>((ulong)at, JournalEntry.End);
        }

        memory.WriteSpan((ulong)at + JournalEntry.EndLength, entry.WithEnd[JournalEntry.EndLength..]);
        memory.Write((ulong)at, BitConverter.ToUInt64(entry.WithEnd));
    }

    /// <summary>Sees whether an entry could be kept at a place.</summary>
    /// <exception cref="IOException">It could not.</exception>
    public void Try(long at)
    {
        Prepare(at);
        if (!IsMapped(at, Trial.Length))
        {
            RandomAccess.Write(_file, Trial, at);
        }
    }

    /// <summary>Leaves no byte of an entry. The part that is mapped stays so.</summary>
    public void Empty()
    {
        if (_mapped is null)
        {
            Cut(0);
            (_hasHead, _usedTo) = (false, Begin);
            return;
        }

        Cut(MappedLength);
        var memory = _mapped.SafeMemoryMappedViewHandle;
        memory.WriteSpan<byte>((ulong)Begin, JournalEntry.End);
        var usedTo = Math.Min(_usedTo, MappedLength);
        for (long at = Begin + JournalEntry.EndLength; at < usedTo; at += Zeros.Length)
        {
            memory.WriteSpan<byte>((ulong)at, Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, usedTo - at)));
        }

        _usedTo = Begin;
    }

    /// <summary>Closes it, and gives its room back where it is empty.</summary>
    public void Dispose()
    {
        if (_mapped is not null)
        {
            _mapped.Dispose();
            if (_usedTo == Begin)
            {
                Cut(0);
            }
        }

        _file.Dispose();
    }

    private static bool IsInPlace(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() && InPlace.Contains(new DriveInfo(Path.GetDirectoryName(path)!).DriveFormat);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool IsMapped(long at, int length) => _mapped is not null && at + length <= MappedLength;

    /// <summary>Makes the file ready for its first entry.</summary>
    private void Prepare(long at)
    {
        if (at > Begin || _mapped is not null || TryMap() || _hasHead)
        {
            return;
        }

        RandomAccess.Write(_file, Head, 0);
        _hasHead = true;
    }

    private bool TryMap()
    {
        if (!_isInPlace || reserve.IsNeeded)
        {
            return false;
        }

        try
        {
            // From the front, so that whenever this breaks off the file is one without an entry.
            var first = Zeros.ToArray();
            Head.CopyTo(first, 0);
            JournalEntry.End.CopyTo(first.AsSpan(Begin));
            RandomAccess.Write(_file, first, 0);
            for (var at = first.Length; at < MappedLength; at += Zeros.Length)
            {
                RandomAccess.Write(_file, Zeros, at);
            }

            using var map = MemoryMappedFile.CreateFromFile(_file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            _mapped = map.CreateViewAccessor(0, MappedLength);
            return true;
        }
        catch (IOException)
        {
            Cut(0);
            _hasHead = false;
            return false;
        }
    }

    private void Cut(long length)
    {
        if (RandomAccess.GetLength(_file) > length)
        {
            RandomAccess.SetLength(_file, length);
        }
    }
}
