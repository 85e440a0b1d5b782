using System.Reflection;

namespace PixelLab.Testing;

/// <summary>Where the files lie that tests read and programs that they start.</summary>
public static class Checkout
{
    /// <summary>The repository.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Told("LabProject"), "..", ".."));

    /// <summary>The lab's project.</summary>
    public static string Lab { get; } = Path.GetFullPath(Told("LabProject"));

    /// <summary>The configuration that was built: <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration { get; } = Told("LabBuild").Split('/')[0];

    /// <summary>The lab's program.</summary>
    public static string LabProgram { get; } = Path.Combine(Lab, "bin", Told("LabBuild"), "PixelLab.Web.dll");

    /// <summary>The lessons of the tests, which the lab's own course does not have.</summary>
    public static string Lessons { get; } = Path.Combine(Folder, "tests", "Lessons");

    /// <summary>Copies the lessons of the tests into a folder, where a test may change them.</summary>
    public static void CopyLessonsTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Lessons, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Lessons, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static string Told(string key) => typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(told => told.Key == key).Value!;
}
