using System.Reflection;
using Microsoft.Extensions.Configuration.Json;

namespace PixelLab.Web.Start;

/// <summary>
/// Where the program's own files lie, and where its user's. Run from the source tree the web files are the project's, published
/// they lie beside the program's assemblies, and the single file unpacks them into a folder that nobody should have to look for.
/// </summary>
public static class ProgramFolders
{
    private const string PortableSwitch = "PixelLab.Portable";

    /// <summary>
    /// Where the single file (<c>Portable.targets</c>) lies, beside which its user puts lessons and settings. Null where the
    /// program is started otherwise: a tool's starter lies among those of other tools, and <c>dotnet</c> is no place for files.
    /// </summary>
    public static string? BesideSingleFile { get; } =
        AppContext.TryGetSwitch(PortableSwitch, out var isPortable) && isPortable ? Path.GetDirectoryName(Environment.ProcessPath) : null;

    /// <summary>
    /// The lab's own lessons. A build for work on the lab (Debug) knows the folder in the source tree where they are written; whoever is
    /// handed a lab has them beside the program's assemblies.
    /// </summary>
    public static string Lessons { get; } = !IsPublished && SourceLessons is { } source && Directory.Exists(source)
        ? Path.GetFullPath(source)
        : Path.Combine(AppContext.BaseDirectory, "lessons");

    private static bool IsPublished => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    private static string? SourceLessons => typeof(ProgramFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(one => one.Key == nameof(SourceLessons))?.Value;

    /// <summary>
    /// A builder that finds the published web files from whichever folder the program is started, and reads the
    /// <c>appsettings.json</c> beside a single file too. Environment and command line count for more than either.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = IsPublished ? AppContext.BaseDirectory : null,
        });
        if (BesideSingleFile is { } folder)
        {
            var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
            var settings = new JsonConfigurationSource { Path = Path.Combine(folder, "appsettings.json"), Optional = true };
            settings.ResolveFileProvider();
            sources.Insert(sources.IndexOf(sources.OfType<JsonConfigurationSource>().Last()) + 1, settings);
        }

        return builder;
    }
}
