using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Threading.Channels;
using MimeKit;

namespace PixelLab.Web.Tests.Mail;

/// <summary>A message that reached the mail server.</summary>
/// <param name="From">The sender on the envelope.</param>
/// <param name="To">The recipients on the envelope, with commas between them.</param>
/// <param name="Message">The message, read from what came over the wire.</param>
public sealed record DeliveredMail(string From, string To, MimeMessage Message);

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

    /// <summary>Starts it; with a name and a password it takes nothing from anybody who does not give them.</summary>
    public static async Task<SmtpProcess> StartAsync(params string[] nameAndPassword)
    {
        var script = typeof(SmtpProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "SmtpServer").Value!;
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        foreach (var word in nameAndPassword)
        {
            start.ArgumentList.Add(word);
        }

        var server = new SmtpProcess(Process.Start(start)!);
        server.Port = int.Parse((await server.LineAsync("listening "))[0], CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>The next message that arrives.</summary>
    public async Task<DeliveredMail> MessageAsync()
    {
        var words = await LineAsync("message ");
        using var stream = new MemoryStream(Convert.FromBase64String(words[2]));
        return new DeliveredMail(words[0], words[1], await MimeMessage.LoadAsync(stream));
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
