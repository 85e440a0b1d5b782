namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Keeps what the lab writes to the account that runs it: seats, addresses and cookies are nobody else's on the machine. Windows gives
/// a user's own folders such rights by itself.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder, or takes over one of an earlier version with all that is in it.</summary>
    public static string Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        var folder = Directory.CreateDirectory(path, OwnFolder);
        try
        {
            folder.UnixFileMode = OwnFolder;
            foreach (var file in folder.EnumerateFiles())
            {
                file.UnixFileMode = OwnFile;
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
            new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = OwnFile }).Dispose();
        }

        return path;
    }
}
