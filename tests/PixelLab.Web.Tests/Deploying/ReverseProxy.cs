using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixelLab.Web.Tests.Deploying;

/// <summary>
/// An nginx or a Caddy that runs the guide's own file. Only what differs on any machine is put in: ports, the lab's address and
/// where the certificate lies.
/// </summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private static readonly string[] MoreFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-proxy-");
    private readonly StringBuilder _said = new();
    private Process? _process;

    private ReverseProxy()
    {
    }

    /// <summary>The folder of the files that the guide shows.</summary>
    public static string Examples { get; } = Path.Combine(Checkout.Folder, "tests", "PixelLab.Web.Tests", "Deploying");

    /// <summary>Where it listens with TLS, on loopback.</summary>
    public int HttpsPort { get; } = LoopbackPorts.Free();

    /// <summary>Where it listens without, on loopback.</summary>
    public int HttpPort { get; } = LoopbackPorts.Free();

    /// <summary>The program of that name.</summary>
    /// <exception cref="InvalidOperationException">It is not installed; the words say how to get it.</exception>
    public static string Find(string name, string package) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(MoreFolders)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"This test runs {name}, which is not installed. On Debian: apt-get install {package}");

    /// <summary>Starts nginx with the guide's file in the place of a site's.</summary>
    public static async Task<ReverseProxy> StartNginxAsync(int labPort, TestCertificate certificate) => await StartNginxAsync(
        Put(await File.ReadAllTextAsync(Path.Combine(Examples, "nginx.conf")), ("127.0.0.1:5080", $"127.0.0.1:{labPort}")), certificate);

    /// <summary>Starts nginx in front of two labs, with the guide's list of them above its file and the line changed that the guide names.</summary>
    public static async Task<ReverseProxy> StartNginxAsync(int firstPort, int secondPort, TestCertificate certificate)
    {
        var labs = Put(
            await File.ReadAllTextAsync(Path.Combine(Examples, "upstream.conf")),
            ("10.0.0.11:5080", $"127.0.0.1:{firstPort}"), ("10.0.0.12:5080", $"127.0.0.1:{secondPort}"));
        var site = Put(
            await File.ReadAllTextAsync(Path.Combine(Examples, "nginx.conf")),
            ("proxy_pass http://127.0.0.1:5080;", "proxy_pass http://pixellab;"));
        return await StartNginxAsync(labs + site, certificate);
    }

    private static async Task<ReverseProxy> StartNginxAsync(string example, TestCertificate certificate)
    {
        var program = Find("nginx", "nginx-light");
        var proxy = new ReverseProxy();
        var site = Path.Combine(proxy._folder.FullName, "pixellab.conf");
        await File.WriteAllTextAsync(site, Put(
            example,
            ("listen 80;", $"listen 127.0.0.1:{proxy.HttpPort};"),
            ("listen 443 ssl;", $"listen 127.0.0.1:{proxy.HttpsPort} ssl;"),
            ("/etc/ssl/pixellab/fullchain.pem", certificate.CertificateFile),
            ("/etc/ssl/pixellab/privkey.pem", certificate.KeyFile)));

        // What a system's nginx.conf is around its sites.
        var whole = Path.Combine(proxy._folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(whole, $$"""
            daemon off;
            worker_processes 1;
            {{(Environment.IsPrivilegedProcess ? $"user {Environment.UserName};" : "")}}
            pid {{proxy._folder.FullName}}/nginx.pid;
            events { worker_connections 512; }
            http {
              access_log off;
              client_body_temp_path {{proxy._folder.FullName}}/body;
              proxy_temp_path {{proxy._folder.FullName}}/proxy;
              fastcgi_temp_path {{proxy._folder.FullName}}/fastcgi;
              uwsgi_temp_path {{proxy._folder.FullName}}/uwsgi;
              scgi_temp_path {{proxy._folder.FullName}}/scgi;
              include {{site}};
            }
            """);
        proxy.Launch(program, ["-c", whole, "-p", proxy._folder.FullName, "-e", "stderr"]);
        return proxy;
    }

    /// <summary>Starts Caddy with the guide's file; the ports are options that stand above it.</summary>
    public static async Task<ReverseProxy> StartCaddyAsync(int labPort, TestCertificate certificate)
    {
        var program = Find("caddy", "caddy");
        var proxy = new ReverseProxy();
        var site = Put(
            await File.ReadAllTextAsync(Path.Combine(Examples, "Caddyfile")),
            ("127.0.0.1:5080", $"127.0.0.1:{labPort}"),
            ("/etc/ssl/pixellab/fullchain.pem", certificate.CertificateFile),
            ("/etc/ssl/pixellab/privkey.pem", certificate.KeyFile));
        var whole = Path.Combine(proxy._folder.FullName, "Caddyfile");
        await File.WriteAllTextAsync(whole, $$"""
            {
              admin off
              http_port {{proxy.HttpPort}}
              https_port {{proxy.HttpsPort}}
              default_bind 127.0.0.1
            }

            {{site}}
            """);
        proxy.Launch(program, ["run", "--config", whole, "--adapter", "caddyfile"]);
        return proxy;
    }

    /// <summary>Waits until it answers through to the lab.</summary>
    public async Task AnswersAsync(HttpClient http, Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var reply = await http.GetAsync(address, patience.Token);
                Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
                return;
            }
            catch (HttpRequestException refused)
            {
                Assert.False(_process!.HasExited, $"The proxy ended:\n{Said()}");
                Assert.True(refused.InnerException is SocketException, $"{refused}\n{Said()}");
                await Task.Yield();
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            // Its own signal, so that nginx's workers end with it.
            using var quit = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await quit.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Put(string text, params (string Old, string New)[] changes)
    {
        foreach (var (old, put) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, put, StringComparison.Ordinal);
        }

        return text;
    }

    private void Launch(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Caddy keeps its state there.
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = _folder.FullName;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.AppendLine(line.Data);
        }
    }

    private string Said()
    {
        lock (_said)
        {
            return _said.ToString();
        }
    }
}
