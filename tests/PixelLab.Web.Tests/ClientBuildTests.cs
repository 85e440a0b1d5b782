using System.Diagnostics;
using System.Reflection;

namespace PixelLab.Web.Tests;

/// <summary>
/// The build of the browser code (<c>Client.targets</c>), with a script in the place of the bundler that writes the same
/// files: a build that failed must not pass for one that is up to date.
/// </summary>
public sealed class ClientBuildTests : IDisposable
{
    private const string Bundler = """
        import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
        const out = '../wwwroot/built/';
        appendFileSync('builds', 'one\n');
        for (const name of ['panel.js', 'dock.js', 'lab.js']) writeFileSync(out + name, name);
        if (existsSync('src/fault.ts')) throw new Error('src/fault.ts cannot be bundled');
        for (const name of ['metrics.js', 'adnet.js', 'tokens.css', 'probe.gif', 'inter-latin.woff2']) writeFileSync(out + name, name);
        """;

    private const string Lock = """{"name":"probe","version":"1.0.0","lockfileVersion":3,"requires":true,"packages":{"":{"name":"probe","version":"1.0.0"}}}""";

    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("pixellab-build-");

    [Fact]
    public async Task A_build_that_failed_half_way_is_done_again_and_a_whole_one_is_not()
    {
        await MakeProjectAsync();
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 1);

        await WriteAsync("Client/src/fault.ts", "no script");
        await AssertBuildsAsync(succeeds: false, buildsSoFar: 2);
        await AssertBuildsAsync(succeeds: false, buildsSoFar: 3);

        // The panel's script is newer than all that went into it, but the build never came to its end.
        File.Delete(PathOf("Client/src/fault.ts"));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 4);
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 4);

        File.Delete(PathOf("wwwroot/built/panel.js"));
        await AssertBuildsAsync(succeeds: true, buildsSoFar: 5);
    }

    /// <inheritdoc />
    public void Dispose() => _project.Delete(recursive: true);

    private async Task MakeProjectAsync()
    {
        var lab = typeof(ClientBuildTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "LabProject").Value!;
        File.Copy(Path.Combine(lab, "Client.targets"), PathOf("Client.targets"));
        await WriteAsync("probe.proj", """<Project><Import Project="Client.targets" /></Project>""");
        await WriteAsync("Client/package.json", """{"name":"probe","version":"1.0.0","private":true,"type":"module"}""");
        await WriteAsync("Client/package-lock.json", Lock);
        await WriteAsync("Client/tsconfig.json", "{}");
        await WriteAsync("Client/build.mjs", Bundler);
        await WriteAsync("Client/words.mjs", "");
        await WriteAsync("Client/src/panel.ts", "");
        await WriteAsync("Client/node_modules/.installed", "");
    }

    private async Task AssertBuildsAsync(bool succeeds, int buildsSoFar)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "probe.proj", "-t:BuildClient", "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = _project.FullName,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0 == succeeds, said);
        Assert.Equal(buildsSoFar, (await File.ReadAllLinesAsync(PathOf("Client/builds"), TestContext.Current.CancellationToken)).Length);
    }

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        await File.WriteAllTextAsync(PathOf(name), text, TestContext.Current.CancellationToken);
    }

    private string PathOf(string name) => Path.Combine(_project.FullName, name);
}
