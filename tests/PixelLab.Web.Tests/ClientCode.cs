using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace PixelLab.Web.Tests;

/// <summary>Runs functions of the browser code by themselves, bundled as the pages' scripts are, and of its build.</summary>
internal static class ClientCode
{
    private const string Runner = """
        import { pathToFileURL } from 'node:url';
        import { build } from 'esbuild';
        const [module, expression] = process.argv.slice(1);
        const bundled = async () => {
          const bundle = await build({ entryPoints: [`src/${module}`], bundle: true, write: false, format: 'esm', target: 'es2022' });
          return `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`;
        };
        const code = await import(module.endsWith('.mjs') ? pathToFileURL(module).href : await bundled());
        console.log(JSON.stringify(await new Function('code', `return ${expression}`)(code)));
        """;

    /// <summary>What an expression over a module's exports (<c>code</c>) comes to.</summary>
    public static async Task<JsonElement> EvaluateAsync(string module, string expression)
    {
        var lab = typeof(ClientCode).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "LabProject").Value!;
        var start = new ProcessStartInfo("node", ["--input-type=module", "--eval", Runner, module, expression])
        {
            WorkingDirectory = Path.Combine(lab, "Client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var faults = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await faults);
        return JsonSerializer.Deserialize<JsonElement>(said);
    }
}
