using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PixelLab.Bench;

/// <summary>The load client <c>wrk</c>, by which others measure too, where it is installed (Debian: <c>apt-get install wrk</c>).</summary>
internal static partial class Wrk
{
    private static readonly string? Program =
        new[] { "/usr/bin/wrk", "/usr/local/bin/wrk", "/opt/homebrew/bin/wrk" }.FirstOrDefault(File.Exists);

    /// <summary>Whether it is there.</summary>
    public static bool IsInstalled => Program is not null;

    /// <summary>Sends for a while, and gives how many answers came in a second.</summary>
    /// <exception cref="InvalidOperationException">Not every answer was a good one.</exception>
    public static async Task<double> ForAsync(TimeSpan duration, int port, string path)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"local all = \"{Quoted(Encoding.ASCII.GetString(Load.BrowserRequest(port, path)))}\"\nrequest = function() return all end\n");
            using var wrk = Process.Start(new ProcessStartInfo(
                Program!, ["-t1", $"-c{Load.Connections}", Text($"-d{duration.TotalSeconds:n0}s"), "--timeout", "20s", "-s", script, Text($"http://127.0.0.1:{port}/")])
            {
                RedirectStandardOutput = true,
            })!;
            var said = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return Rate().Match(said) is { Success: true } rate && !said.Contains("Non-2xx", StringComparison.Ordinal) && !said.Contains("Socket errors", StringComparison.Ordinal)
                ? double.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException(said);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Quoted(string text) =>
        text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\r\n", @"\r\n", StringComparison.Ordinal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();
}
