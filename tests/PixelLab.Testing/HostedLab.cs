using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PixelLab.Testing;

/// <summary>The lab in the tests' own process, on a real port: what it captures comes off a connection.</summary>
internal sealed class HostedLab : LabServer
{
    private readonly Factory _factory;

    private HostedLab(int port, (string Name, string Value)[] settings)
    {
        _factory = new Factory(UrlOf(port), Data.FullName, settings);
        _factory.UseKestrel();
    }

    /// <inheritdoc />
    public override IServiceProvider Services => _factory.Services;

    /// <summary>Starts it.</summary>
    public static async Task<LabServer> StartAsync(int port, (string Name, string Value)[] settings)
    {
        var lab = new HostedLab(port, settings);
        try
        {
            lab._factory.StartServer();
            lab.Port = new Uri(lab._factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    private protected override ValueTask EndAsync() => _factory.DisposeAsync();

    private sealed class Factory(string url, string data, (string Name, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // As `dotnet run` starts it. What it says would stand among what the tests say.
            builder.UseEnvironment(Environments.Production);
            builder.UseContentRoot(Checkout.Lab);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.UseUrls(url);
            builder.UseSetting("PixelLab:DataDirectory", data);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting("PixelLab:" + name, value);
            }
        }
    }
}
