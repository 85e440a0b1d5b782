using System.Text.Json;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace PixelLab.Web.Tests.Floors;

/// <summary>A line of <c>src/floors.json</c>: a folder, and how high it stands.</summary>
/// <param name="Number">Its floor; it names only folders on lower ones.</param>
/// <param name="Folder">The folder, from <c>src</c> on.</param>
/// <param name="Rooms">The folders within that belong to it.</param>
internal sealed record Floor([property: System.Text.Json.Serialization.JsonPropertyName("floor")] int Number, string Folder, string[]? Rooms = null)
{
    /// <summary>The namespace that goes with the folder.</summary>
    public string Namespace => Folder.Replace('/', '.');

    /// <summary>The namespaces of the folder and its rooms, as an expression that matches them whole.</summary>
    public string Pattern =>
        $"^{Regex.Escape(Namespace)}{(Rooms is { Length: > 0 } rooms ? $"(\\.({string.Join('|', rooms.Select(Regex.Escape))}))?" : "")}$";

    /// <summary>Every folder that it covers.</summary>
    public IEnumerable<string> Folders => [Folder, .. (Rooms ?? []).Select(room => $"{Folder}/{room}")];

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<Floor> Read(string json) => JsonSerializer.Deserialize<Floor[]>(json, JsonSerializerOptions.Web)!;

    /// <summary>The list as a picture (Mermaid): a box a floor, from the ground up.</summary>
    public static string Picture(IReadOnlyList<Floor> floors)
    {
        var boxes = floors.GroupBy(floor => floor.Number).OrderBy(group => group.Key)
            .Select(group => $"  f{group.Key}[\"{string.Join("<br>", group.Select(floor => floor.Folder["PixelLab.".Length..]))}\"]").ToList();
        var arrows = floors.Select(floor => floor.Number).Distinct().OrderDescending().Select(number => $"f{number}");
        return $"```mermaid\nflowchart TD\n{string.Join('\n', boxes)}\n  {string.Join(" --> ", arrows)}\n```\n";
    }

    /// <summary>What breaks the rule: a folder names only folders below it, never one above nor a neighbour, and each that has code is listed.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<Floor> floors, Architecture house)
    {
        var unlisted = house.Types
            .Select(type => type.Namespace.FullName).Distinct()
            .Where(name => name.StartsWith("PixelLab.", StringComparison.Ordinal) && !floors.Any(floor => Regex.IsMatch(name, floor.Pattern)))
            .Select(name => $"{name} is not listed");
        var arrows = floors
            .SelectMany(floor => Rule(floor, floors)?.Evaluate(house) ?? [])
            .Where(result => !result.Passed)
            .Select(result => result.Description);
        return [.. unlisted.Concat(arrows).Order(StringComparer.Ordinal)];
    }

    private static ArchRule<IType>? Rule(Floor floor, IReadOnlyList<Floor> floors)
    {
        var barred = floors.Where(other => other != floor && other.Number >= floor.Number).Select(other => other.Pattern).ToList();
        return barred.Count == 0
            ? null
            : Types().That().ResideInNamespaceMatching(floor.Pattern)
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(string.Join('|', barred)))
                .WithoutRequiringPositiveResults();
    }
}
