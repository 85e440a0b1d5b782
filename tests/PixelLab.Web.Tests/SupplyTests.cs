using System.Text.Json;

namespace PixelLab.Web.Tests;

/// <summary>Where the parts come from: as whoever builds the lab has set it up, and not as whoever wrote a lock file down had.</summary>
public sealed class SupplyTests
{
    private static readonly string[] Locks = ["packages.lock.json", "package-lock.json"];
    private static readonly string[] Made = ["bin", "obj", "node_modules", ".git"];

    [Fact]
    public void No_lock_file_names_a_registry()
    {
        var files = LockFiles().ToList();
        Assert.All(Locks, name => Assert.Contains(files, file => file.EndsWith(name, StringComparison.Ordinal)));
        Assert.All(files, file => Assert.Empty(Registries(JsonDocument.Parse(File.ReadAllText(file)).RootElement)));
    }

    [Theory]
    [InlineData("""{"packages":{"node_modules/a":{"version":"1.0.0","resolved":"https://registry.example/a.tgz"}}}""")]
    [InlineData("""{"dependencies":{"a":{"dependencies":{"b":{"resolved":"git+ssh://git@example.org/b.git"}}}}}""")]
    public void A_registry_in_a_lock_file_is_found(string text) =>
        Assert.Single(Registries(JsonDocument.Parse(text).RootElement));

    /// <summary>What a lock file says of where a package lies. In NuGet's the same word is followed by a version.</summary>
    private static IEnumerable<string> Registries(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member is { Name: "resolved", Value.ValueKind: JsonValueKind.String } && member.Value.GetString()!.Contains(':', StringComparison.Ordinal)
                ? [member.Value.GetString()!]
                : Registries(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Registries),
        _ => [],
    };

    private static IEnumerable<string> LockFiles() => Locks
        .SelectMany(name => Directory.EnumerateFiles(Checkout.Folder, name, SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Checkout.Folder, file).Split(Path.DirectorySeparatorChar).Intersect(Made).Any());
}
