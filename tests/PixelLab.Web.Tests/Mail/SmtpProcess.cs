using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Threading.Channels;
using MimeKit;

namespace PixelLab.Web.Tests.Mail;

/// <summary>A real mail server in a process of its own, on loopback.</summary>
public sealed class SmtpProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private SmtpProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        process.BeginOutputReadLine();
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>Starts it.</summary>
    public static async Task<SmtpProcess> StartAsync()
    {
        var script = typeof(SmtpProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SmtpServer").Value!;
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        var server = new SmtpProcess(Process.Start(start)!);
        server.Port = int.Parse((await server.LineAsync("listening "))[0], CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>The next message that arrives, with the address it was sent to.</summary>
    public async Task<(string To, MimeMessage Message)> MessageAsync()
    {
        var words = await LineAsync("message ");
        using var stream = new MemoryStream(Convert.FromBase64String(words[1]));
        return (words[0], await MimeMessage.LoadAsync(stream));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string[]> LineAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await _lines.Reader.ReadAsync(patience.Token);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..].Split(' ');
            }
        }
    }
}
