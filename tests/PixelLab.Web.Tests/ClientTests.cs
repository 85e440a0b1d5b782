using System.Diagnostics;

namespace PixelLab.Web.Tests;

/// <summary>The unit tests of the browser code lie beside it, in TypeScript. They are run here too,
/// with what holds its words and imports to the rules, so that one command runs every test.</summary>
public sealed class ClientTests
{
    [Theory]
    [InlineData("Client/test.mjs")]
    [InlineData("Client/stray-words.mjs")]
    [InlineData("Client/floors.mjs")]
    public async Task The_browser_code_passes_its_own_tests(string script)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Checkout.Lab,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var faults = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said + await faults);
    }
}
