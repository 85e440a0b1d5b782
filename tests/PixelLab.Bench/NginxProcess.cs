using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PixelLab.Bench;

/// <summary>An nginx that answers with its <c>empty_gif</c> and writes its access log, as a plain pixel server is set up.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-nginx-");
    private readonly Process _process;

    private NginxProcess(string program)
    {
        Port = LoopbackPorts.Free();
        var configuration = Path.Combine(_folder.FullName, "nginx.conf");
        File.WriteAllText(configuration, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            worker_processes auto;
            pid {{_folder.FullName}}/nginx.pid;
            error_log {{_folder.FullName}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log {{_folder.FullName}}/access.log combined;
              keepalive_requests 1000000000;
              client_body_temp_path {{_folder.FullName}}/body;
              proxy_temp_path {{_folder.FullName}}/proxy;
              fastcgi_temp_path {{_folder.FullName}}/fastcgi;
              uwsgi_temp_path {{_folder.FullName}}/uwsgi;
              scgi_temp_path {{_folder.FullName}}/scgi;
              server {
                listen 127.0.0.1:{{Port}};
                location / { empty_gif; }
              }
            }
            """));
        _process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "-c", configuration, "-p", _folder.FullName, "-e", Path.Combine(_folder.FullName, "error.log") },
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port { get; }

    /// <summary>Starts it, or gives null where it is not installed.</summary>
    public static async Task<NginxProcess?> StartAsync()
    {
        var program = Programs.FirstOrDefault(File.Exists);
        if (program is null)
        {
            return null;
        }

        var nginx = new NginxProcess(program);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, nginx.Port, patience.Token);
                return nginx;
            }
            catch (SocketException)
            {
                await Task.Delay(10, patience.Token);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Its own signal, so that the workers end with it.
        using (var quit = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await quit.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
