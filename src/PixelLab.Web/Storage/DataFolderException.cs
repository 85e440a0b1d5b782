namespace PixelLab.Web.Storage;

/// <summary>The folder for what the lab keeps cannot be used.</summary>
/// <param name="folder">The folder.</param>
/// <param name="cause">What the system said.</param>
public sealed class DataFolderException(string folder, Exception cause) : IOException(cause.Message, cause)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}
