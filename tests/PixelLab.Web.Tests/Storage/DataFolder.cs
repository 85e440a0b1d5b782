namespace PixelLab.Web.Tests.Storage;

/// <summary>What a log's folder holds at a moment.</summary>
internal static class DataFolder
{
    /// <summary>
    /// Copies the files as they are on the disk, as if the process that has them open had been killed now. Neither the index of
    /// the write-ahead log, which is made anew, nor the claim on the folder, which ends with the process.
    /// </summary>
    public static void CopyFilesTo(this DirectoryInfo folder, DirectoryInfo copy)
    {
        foreach (var file in folder.EnumerateFiles("events.*").Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal) && file.Extension != ".lock"))
        {
            using var from = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(Path.Combine(copy.FullName, file.Name));
            from.CopyTo(to);
        }
    }

    /// <summary>How much of a journal was written to; what follows is room.</summary>
    public static int UsedLength(this FileInfo journal) => File.ReadAllBytes(journal.FullName).AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
}
