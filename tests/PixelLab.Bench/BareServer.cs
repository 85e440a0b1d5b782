using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Capture;

namespace PixelLab.Bench;

/// <summary>
/// A web app that does nothing but answer every request with the pixel's image and headers, in a process of its own: what the lab's server costs without the lab.
/// </summary>
internal sealed class BareServer : IAsyncDisposable
{
    /// <summary>The word by which this program becomes it.</summary>
    public const string Command = "bare";

    private readonly Process _process;

    private BareServer(int port)
    {
        Port = port;
        _process = Process.Start(Launch(port))!;
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port { get; }

    /// <summary>What the processors have worked for it so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>How it is started.</summary>
    public static ProcessStartInfo Launch(int port) =>
        new(Environment.ProcessPath!, [Command, port.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Starts it, and waits until it answers.</summary>
    public static async Task<BareServer> StartAsync()
    {
        var bare = new BareServer(LoopbackPorts.Free());
        await StartAndMemory.AnswersAsync(bare.Port, "/");
        return bare;
    }

    /// <summary>Is that web app until the process is ended.</summary>
    public static Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.Run(context =>
        {
            foreach (var header in PixelReply.Headers)
            {
                context.Response.Headers[header.Name] = header.Value;
            }

            context.Response.BodyWriter.Write(TransparentGif.Bytes.Span);
            return Task.CompletedTask;
        });
        return app.RunAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
