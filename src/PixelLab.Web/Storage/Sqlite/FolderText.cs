using PixelLab.Core.Languages;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>What is said of a data folder and of backups, by the commands that look at them and by a start that cannot go on. It is in English alone.</summary>
internal static class FolderText
{
    /// <summary>The words, by their names in <c>FolderText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(FolderText))];
}
