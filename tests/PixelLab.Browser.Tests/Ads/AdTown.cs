using System.Globalization;

namespace PixelLab.Browser.Tests.Ads;

/// <summary>The real lab, and browsers with and without third-party cookies to walk through the town with.</summary>
public sealed class AdTown : IAsyncLifetime
{
    private readonly LabServer _server = new();
    private readonly Browsers _browsers = new();

    /// <inheritdoc />
    public ValueTask InitializeAsync() => _server.InitializeAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _browsers.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>A page of the town in a seat.</summary>
    public string At(string seat, string host, string pathAndQuery) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{host}.localhost:{_server.Port}/~{seat}{pathAndQuery}");

    /// <summary>Chromium with a profile that allows or blocks third-party cookies, as its own setting does.</summary>
    public async Task<IBrowserContext> BrowserAsync(bool thirdPartyCookies)
    {
        var opened = await _browsers.OpenAsync(new Visitor { World = thirdPartyCookies ? CookieWorld.Open : CookieWorld.BlockedByPreference });
        return opened.Context;
    }
}
