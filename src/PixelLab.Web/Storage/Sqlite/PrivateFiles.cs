namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Keeps what the lab writes to the account that runs it: seats, addresses and cookies are nobody else's on the machine. Windows gives
/// a user's own folders such rights by itself.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The files of an earlier version of the lab, which the start takes over.</summary>
    public static readonly IReadOnlyList<string> OldNames = ["rooms.json", "closed-seats.json"];

    /// <summary>How the names begin of all that the lab, and an earlier version of it, writes into its folder.</summary>
    private static readonly string[] Names = ["events.", .. OldNames];

    /// <summary>
    /// Makes a folder, or takes over one that is there: the lab's files in it get their rights, and it gets its own where nothing else
    /// lies in it. A folder that somebody shares with others is left as it is, for the lab was only told to write there too.
    /// </summary>
    public static string Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        var folder = Directory.CreateDirectory(path, OwnFolder);
        try
        {
            var files = folder.EnumerateFiles().Where(IsTheLabs).ToList();
            foreach (var file in files)
            {
                file.UnixFileMode = OwnFile;
            }

            if (folder.EnumerateFileSystemInfos().Count() == files.Count && !folder.UnixFileMode.HasFlag(UnixFileMode.StickyBit))
            {
                folder.UnixFileMode = OwnFolder;
            }
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, who lets the lab in and sees to the rights.
        }

        return folder.FullName;
    }

    /// <summary>Makes an empty file where there is none, so that whoever opens it next, which knows no rights, finds it with them.</summary>
    public static string File(string path)
    {
        if (!OperatingSystem.IsWindows() && !System.IO.File.Exists(path))
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                UnixCreateMode = OwnFile,
            }).Dispose();
        }

        return path;
    }

    private static bool IsTheLabs(FileInfo file) =>
        file.LinkTarget is null && Names.Any(name => file.Name.StartsWith(name, StringComparison.Ordinal));
}
