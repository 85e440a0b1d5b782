using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Room that is held on the disk so that a full one can be left from inside: erasing writes before it gives anything back. It is let go where
/// there is no other room left, and taken again as soon as there is. Not thread-safe; the database's one writer uses it.
/// </summary>
/// <param name="folder">The folder of the lab's files.</param>
internal sealed class Reserve(string folder)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "events.reserve";

    private readonly string _path = Path.Combine(folder, FileName);

    /// <summary>Whether what is done now has to make do with it.</summary>
    public bool IsNeeded => Available < StoreLimits.Reserve;

    /// <summary>Whether there is so much that nobody needs to think of it, which is more than it leaves when it is let go.</summary>
    public bool IsFarFromNeeded => Available >= StoreLimits.PlentyOfDisk;

    private long Available
    {
        get
        {
            try
            {
                return new DriveInfo(folder).AvailableFreeSpace;
            }
            catch (IOException)
            {
                // A disk that does not say: then there is nothing to go by.
                return long.MaxValue;
            }
        }
    }

    /// <summary>Gives the room to whoever is about to write, where there is no other.</summary>
    public void LetGoWhereNeeded()
    {
        if (IsNeeded)
        {
            File.Delete(_path);
        }
    }

    /// <summary>Takes the room again, if there is so much.</summary>
    /// <param name="leaving">How much is to be left beside it. What was just made is given to hits first.</param>
    public void Take(long leaving)
    {
        if (File.Exists(_path) || !Directory.Exists(folder) || Available < StoreLimits.Reserve + leaving)
        {
            return;
        }

        try
        {
            new FileStream(PrivateFiles.File(_path), new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                PreallocationSize = StoreLimits.Reserve,
            }).Dispose();
        }
        catch (IOException)
        {
            // Somebody else took it first.
            File.Delete(_path);
        }
    }
}
