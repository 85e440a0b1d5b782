using System.Diagnostics;

namespace PixelLab.Testing;

/// <summary>
/// A network of two machines: this one at <see cref="Here"/>, and at <see cref="There"/> one that is a namespace of the network's, where
/// every port is free. It takes the rights of root, and <c>ip</c>.
/// </summary>
public sealed class LocalNetwork : IAsyncDisposable
{
    /// <summary>This machine's address in it (RFC 5737: for documentation, so nobody's).</summary>
    public const string Here = "203.0.113.1";

    /// <summary>The other machine's address.</summary>
    public const string There = "203.0.113.2";

    private readonly string _name = $"pixellab-{Environment.ProcessId}";
    private readonly string _cable = $"pl{Environment.ProcessId}";

    private LocalNetwork()
    {
    }

    /// <summary>What goes before a command that is to run on the other machine.</summary>
    public IReadOnlyList<string> Command => ["ip", "netns", "exec", _name];

    /// <summary>Lays the network; null where this user may not.</summary>
    public static async Task<LocalNetwork?> TryLayAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var network = new LocalNetwork();
        var name = network._name;
        var cable = network._cable;
        string[] steps =
        [
            $"netns add {name}",
            $"link add {cable} type veth peer name eth0 netns {name}",
            $"addr add {Here}/30 dev {cable}",
            $"link set {cable} up",
            $"-n {name} addr add {There}/30 dev eth0",
            $"-n {name} link set eth0 up",
            $"-n {name} link set lo up",
        ];
        foreach (var step in steps)
        {
            if (!await RunAsync(step))
            {
                await network.DisposeAsync();
                return null;
            }
        }

        return network;
    }

    /// <summary>
    /// Takes it away, and the cable first: with its namespace it would go a moment after the command has ended, and the next network finds its name taken.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await RunAsync($"link del {_cable}");
        await RunAsync($"netns del {_name}");
    }

    private static async Task<bool> RunAsync(string step)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", step) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
