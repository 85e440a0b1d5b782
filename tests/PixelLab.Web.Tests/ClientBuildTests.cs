using System.Diagnostics;

namespace PixelLab.Web.Tests;

/// <summary>
/// The build of the browser code (<c>Client.targets</c>), with a script in the place of the bundler that writes the same
/// files: a build that failed must not pass for one that is up to date.
/// </summary>
public sealed class ClientBuildTests : IDisposable
{
    private const string Bundler = """
        import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
        const [folder, list] = process.argv.slice(2);
        const made = ['panel.js', 'dock.js', 'lab.css'].map((name) => folder + name);
        mkdirSync(folder, { recursive: true });
        appendFileSync('builds', 'one\n');
        writeFileSync(made[0], '');
        if (existsSync('Features/fault.entry.ts')) throw new Error('Features/fault.entry.ts cannot be bundled');
        made.forEach((file) => writeFileSync(file, ''));
        writeFileSync(list, made.join('\n'));
        """;

    private const string Lock = """{"name":"probe","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{"":{"name":"probe","version":"1.0.0"}}}""";

    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("pixellab-build-");

    [Fact]
    public async Task A_build_that_failed_half_way_is_done_again_and_a_whole_one_is_not()
    {
        await MakeProjectAsync();
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);

        await WriteAsync("Features/fault.entry.ts", "no script");
        await AssertBuildsAsync(succeeds: false, buildsSoFar: 2);
        await AssertBuildsAsync(succeeds: false, buildsSoFar: 3);

        // The panel's script is newer than all that went into it, but the build never came to its end.
        File.Delete(PathOf("Features/fault.entry.ts"));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 4);
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 4);

        File.Delete(PathOf("obj/client/Debug/panel.js"));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 5);
    }

    [Theory]
    [InlineData("Features/Panel/panel.entry.ts")]
    [InlineData("Sites/Shop/shop.css")]
    [InlineData("Vendors/Adnet/icon.svg")]
    [InlineData("Client/Kit/Words/en/rows.json")]
    public async Task A_file_that_is_saved_or_has_another_name_now_is_built_anew_and_one_that_nobody_writes_is_not(string file)
    {
        await MakeProjectAsync();
        await WriteAsync(file, "");
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);

        // A moment later than the build, as an editor would write it.
        File.SetLastWriteTimeUtc(PathOf(file), File.GetLastWriteTimeUtc(PathOf("obj/client/Debug.built")).AddSeconds(1));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 2);
        File.SetLastWriteTimeUtc(PathOf(file), File.GetLastWriteTimeUtc(PathOf("obj/client/Debug.built")).AddSeconds(-1));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 2);

        // A file that is moved keeps its time.
        File.Move(PathOf(file), PathOf(Path.Combine(Path.GetDirectoryName(file)!, "other-" + Path.GetFileName(file))));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 3);

        await WriteAsync("node_modules/lit/lit.ts", "");
        await WriteAsync("obj/other.css", "");
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 3);
    }

    [Fact]
    public async Task Each_configuration_has_files_of_its_own()
    {
        await MakeProjectAsync();
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 2, "Release");
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 2);
        Assert.True(File.Exists(PathOf("obj/client/Debug/panel.js")));
        Assert.True(File.Exists(PathOf("obj/client/Release/panel.js")));
    }

    /// <inheritdoc />
    public void Dispose() => _project.Delete(recursive: true);

    private async Task MakeProjectAsync()
    {
        File.Copy(Path.Combine(Checkout.Lab, "Client.targets"), PathOf("Client.targets"));
        await WriteAsync("probe.proj", """<Project><Import Project="Client.targets" /></Project>""");
        await WriteAsync("package.json", """{"name":"probe","version":"1.0.0","private":true,"type":"module"}""");
        await WriteAsync("package-lock.json", Lock);
        await WriteAsync("tsconfig.json", "{}");
        await WriteAsync("Client/build.mjs", Bundler);
        await WriteAsync("Features/Panel/panel.entry.ts", "");
        await WriteAsync("node_modules/.installed", "");
    }

    private async Task AssertBuildsAsync(bool succeeds, int buildsSoFar, string configuration = "Debug")
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "probe.proj", "-t:BuildClient", $"-p:Configuration={configuration}", "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = _project.FullName,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0 == succeeds, said);
        Assert.Equal(buildsSoFar, (await File.ReadAllLinesAsync(PathOf("builds"), TestContext.Current.CancellationToken)).Length);
    }

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        await File.WriteAllTextAsync(PathOf(name), text, TestContext.Current.CancellationToken);
    }

    private string PathOf(string name) => Path.Combine(_project.FullName, name);
}
