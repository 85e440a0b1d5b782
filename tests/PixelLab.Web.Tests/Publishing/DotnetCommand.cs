using System.Diagnostics;

namespace PixelLab.Web.Tests.Publishing;

/// <summary>The commands of the README, as a person types them.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs <c>dotnet</c> in the repository and expects it to succeed.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Checkout.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A build server that lives on would hold the output open for minutes.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var words = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{words}{await errors}");
    }
}
