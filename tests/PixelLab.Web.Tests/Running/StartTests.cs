using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PixelLab.Web.Running;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Tests.Running;

/// <summary>A start that fails says why and what to do; one that is told to end ends.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost:5161", "begins with http:// and ends with a port: --urls http://localhost:5090")]
    [InlineData("http://localhost:99999", "from 1 to 65535")]
    [InlineData("http://127.0.0.1:99999", "from 1 to 65535")]
    [InlineData("http://192.0.2.1:5161", "does not have the address")]
    [InlineData("http://[2001:db8::9]:5161", "--urls http://localhost:5090|does not have the address")]
    [InlineData("https://127.0.0.1:0", "needs a certificate")]
    [InlineData("ftp://localhost:5161", "Only 'http://' and 'https://' are supported")]
    [InlineData("http://localhost:5161/below", "cannot listen as it is told")]
    [InlineData("http://unix:/no/such/folder/lab.sock", "--urls ")]
    public async Task An_address_that_cannot_be_listened_on_is_told_with_one_that_can(string url, string words) =>
        AssertSays(words, await FailureAsync([$"--urls={url}"]));

    [Theory]
    [InlineData("Kestrel:Endpoints:One:Url=localhost:5161", "begins with http://")]
    [InlineData("Kestrel:Endpoints:One:Nothing=here", "missing the required 'Url'")]
    [InlineData("Kestrel:Certificates:Default:Path=/no/such/folder/lab.pfx", "/no/such/folder/lab.pfx")]
    [InlineData("Kestrel:Certificates:Default:Path=FILE", "certificate cannot be read")]
    [InlineData("Logging:LogLevel:Default=loud", "'loud' is not supported. Levels are Trace")]
    [InlineData("contentRoot=/no/such/folder", "/no/such/folder")]
    public async Task What_the_server_cannot_do_as_it_is_told_is_said(string setting, string words)
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "no certificate", Cancellation);

        AssertSays(words, await FailureAsync(["--urls=https://127.0.0.1:0", "--" + setting.Replace("FILE", file, StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_file_of_settings_that_cannot_be_read_is_named_with_the_place()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), "{ \"PixelLab\": { \"KeepHours\": ", Cancellation);

        AssertSays("appsettings.json", await FailureAsync([$"--contentRoot={_folder.FullName}"]));
    }

    /// <summary>As the server throws it where a port is the administrator's: bare, or from both addresses of <c>localhost</c>.</summary>
    [Fact]
    public void A_port_that_is_the_administrators_is_told_with_one_that_is_not()
    {
        var denied = new SocketException((int)SocketError.AccessDenied);

        AssertSays("those below 1024", denied);
        AssertSays("those below 1024", new IOException("Failed to bind to address http://localhost:80.", new AggregateException(denied, denied)));
    }

    [Fact]
    public void What_the_system_refuses_is_told_with_what_to_do()
    {
        AssertSays("who may use it", new UnauthorizedAccessException("Access to the path '/etc/lab.pfx' is denied."));
        AssertSays("No space left on device", new IOException("No space left on device : '/srv/lab'"));
        AssertSays("host name", new SocketException((int)SocketError.HostNotFound));
        AssertSays("not enough memory", new InsufficientMemoryException());
        AssertSays("certificate", new CryptographicException("The password is wrong."));
        AssertSays("who may use it", new TargetInvocationException(new UnauthorizedAccessException("Access to the path '/.local' is denied.")));
        AssertSays(
            $"one{Environment.NewLine}two",
            new AggregateException(new OptionsValidationException("", typeof(string), ["one"]), new OptionsValidationException("", typeof(string), ["two"])));
    }

    [Fact]
    public void A_fault_of_the_labs_own_keeps_its_trace()
    {
        Assert.Null(StartProblem.InWords(new InvalidOperationException("No service for type")));
        Assert.Null(StartProblem.InWords(new AggregateException(new IOException("no"), new NotSupportedException("nor this"))));
        Assert.Null(StartProblem.InWords(new FormatException("One of the identified items was in an invalid format.")));
    }

    [Fact]
    public void A_data_folder_that_is_a_file_or_cannot_be_made_is_named()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");

        AssertSays($"The data folder {file} is a file. Choose another folder with PixelLab__DataDirectory.", FailureOf(file));
        AssertSays($"The data folder {Path.Combine(file, "below")} cannot be used", FailureOf(Path.Combine(file, "below")));

        static Exception FailureOf(string folder) =>
            Assert.ThrowsAny<IOException>(() => new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder })));
    }

    [Fact]
    public async Task Where_there_is_no_home_and_no_data_folder_one_is_asked_for()
    {
        // Nobody makes a folder there, whoever runs the tests.
        const string Nowhere = "/proc/none";
        var start = new ProcessStartInfo("dotnet", [Checkout.LabProgram, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Checkout.Lab,
            RedirectStandardError = true,
            Environment = { ["HOME"] = Nowhere },
        };
        start.Environment.Remove("XDG_DATA_HOME");
        start.Environment.Remove("PixelLab__DataDirectory");
        using var lab = Process.Start(start)!;
        var words = await lab.StandardError.ReadToEndAsync(Cancellation);
        await lab.WaitForExitAsync(Cancellation);

        Assert.Equal(1, lab.ExitCode);
        Assert.StartsWith($"The data folder {Nowhere}/.local/share/PixelLab cannot be used: ", words, StringComparison.Ordinal);
        Assert.EndsWith("Choose another folder with PixelLab__DataDirectory.", words.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_says_so_in_one_sentence_without_a_trace()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);

        var (exitCode, words) = await LabProcess.FailToStartAsync(("DataDirectory", file));

        Assert.Equal(1, exitCode);
        Assert.Equal($"The data folder {file} is a file. Choose another folder with PixelLab__DataDirectory.", words.Trim());
    }

    [Fact]
    public async Task Whoever_is_told_to_end_while_starting_ends_in_peace()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<EndsTheStart>();

        Assert.Equal(0, await builder.Build().RunToTheEndAsync());
    }

    [Fact]
    public async Task A_process_that_is_told_to_end_while_starting_leaves_no_trace()
    {
        // A file of an earlier version that is a pipe: the start waits for what comes out of it.
        var pipe = Path.Combine(_folder.FullName, "rooms.json");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(Cancellation);
        }

        var (exitCode, words) = await LabProcess.EndWhileStartingAsync(pipe, "[]", ("DataDirectory", _folder.FullName));

        Assert.Equal(0, exitCode);
        Assert.DoesNotContain("Unhandled", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_waits_no_longer_for_half_a_request_than_the_next_start_can_wait()
    {
        await using var server = await LabServer.StartAsync();

        Assert.Equal(TimeSpan.FromSeconds(5), server.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public async Task One_line_tells_what_has_started()
    {
        await using var lab = await LabProcess.StartAsync();

        var line = await lab.LineAsync("listens on").WaitAsync(TimeSpan.FromMinutes(1), Cancellation);

        Assert.Matches(@"^PixelLab \d+\.\d+\.\d+", line);
        Assert.EndsWith($"listens on http://127.0.0.1:{lab.Port}; data in {lab.Data.FullName}; nothing to recover", line, StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private static void AssertSays(string words, Exception failure)
    {
        var said = StartProblem.InWords(failure);
        Assert.NotNull(said);
        Assert.True(words.Split('|').Any(one => said.Contains(one, StringComparison.Ordinal)), said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    /// <summary>Starts a server of the framework's own, and nothing of the lab.</summary>
    private static async Task<Exception> FailureAsync(string[] arguments) => await Assert.ThrowsAnyAsync<Exception>(async () =>
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await app.StartAsync(Cancellation);
    });

    private sealed class EndsTheStart(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
