using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Floors;

/// <summary>The house stands: folders name only folders below them. The scripts are held to the same list by <c>npm run check</c>.</summary>
public sealed partial class FloorTests
{
    private static readonly string Source = Path.Combine(Checkout.Folder, "src");

    private static IReadOnlyList<Floor> Floors { get; } = Floor.Read(File.ReadAllText(Path.Combine(Source, "floors.json")));

    [Fact]
    public void Folders_name_only_folders_below_them()
    {
        var house = new ArchLoader().LoadAssemblies(typeof(LabEvent).Assembly, typeof(Program).Assembly).Build();

        Assert.Empty(Floor.Faults(Floors, house));
    }

    [Fact]
    public void Every_folder_with_code_is_listed_and_every_listed_one_is_there()
    {
        string[] endings = [".cs", ".razor", ".ts", ".mjs", ".css"];
        var listed = Floors.SelectMany(floor => floor.Folders).Where(folder => folder != "PixelLab.Core").ToList();
        string[] made = ["bin", "obj", "node_modules", "wwwroot"];
        var withCode = Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(Source, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => !folder.Split('/').Intersect(made).Any())
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(withCode.Except(listed).Order());
        Assert.All(listed, folder => Assert.True(Directory.Exists(Path.Combine(Source, folder)), folder));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Fact]
    public void The_picture_in_the_guide_for_developers_is_the_list()
    {
        var guide = Path.Combine(Source, "..", "CONTRIBUTING.md");
        var text = File.ReadAllText(guide);
        var start = text.IndexOf("```mermaid", StringComparison.Ordinal);
        var end = text.IndexOf("```\n", start + 3, StringComparison.Ordinal) + 4;
        if (Environment.GetEnvironmentVariable("PIXELLAB_PICTURES") == "1")
        {
            File.WriteAllText(guide, text[..start] + Floor.Picture(Floors) + text[end..]);
            return;
        }

        Assert.True(
            Floor.Picture(Floors) == text[start..end],
            "The picture is another. Write it anew: PIXELLAB_PICTURES=1 dotnet test --project tests/PixelLab.Web.Tests --filter-class '*FloorTests'");
    }

    [Fact]
    public void Each_path_that_the_guide_for_developers_names_is_there()
    {
        var guide = File.ReadAllText(Path.Combine(Source, "..", "CONTRIBUTING.md"));
        string[] roots = ["", "src/", "src/PixelLab.", "src/PixelLab.Core/", "src/PixelLab.Web/", "tests/", "tests/PixelLab.", "tests/PixelLab.Web.Tests/"];

        var gone = GuidePath().Matches(guide).Select(match => match.Groups["path"].Value)
            .Where(path => !roots.Any(root => Path.Join(Source, "..", root + path) is var whole && (File.Exists(whole) || Directory.Exists(whole))));

        Assert.Empty(gone);
    }

    /// <summary>A path in code marks, with a slash and no place to fill in.</summary>
    [GeneratedRegex(@"`(?<path>[\w.-]+(/[\w.-]+)+/?)`")]
    private static partial Regex GuidePath();

    [Fact]
    public void An_arrow_up_an_arrow_to_a_neighbour_and_a_folder_that_is_not_listed_are_named()
    {
        var house = new ArchLoader().LoadAssemblies(typeof(FloorTests).Assembly).Build();
        Floor[] planted =
        [
            new(1, "PixelLab/Planted/Cellar"), new(2, "PixelLab/Planted/Hall", ["Corner"]), new(2, "PixelLab/Planted/Kitchen"),
            new(3, "PixelLab", [.. house.Types.Select(type => type.Namespace.FullName).Distinct()
                .Where(name => name.StartsWith("PixelLab.", StringComparison.Ordinal) && !name.StartsWith("PixelLab.Planted.", StringComparison.Ordinal))
                .Select(name => name["PixelLab.".Length..])]),
        ];

        var faults = Floor.Faults(planted, house);

        Assert.True(faults.Count == 3, string.Join('\n', faults));
        Assert.Contains(faults, fault => fault.Contains("CellarThatLooksUp", StringComparison.Ordinal) && fault.Contains("PixelLab.Planted.Hall.Seen", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("KitchenThatLooksOver", StringComparison.Ordinal) && fault.Contains("PixelLab.Planted.Hall.Seen", StringComparison.Ordinal));
        Assert.Contains("PixelLab.Planted.Attic is not listed", faults);
    }
}
