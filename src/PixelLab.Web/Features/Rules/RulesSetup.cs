using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Rules;

/// <summary>Registers readings, switches and consent.</summary>
public static class RulesSetup
{
    /// <summary>Adds them.</summary>
    public static WebApplicationBuilder AddRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SeatReadings>();
        builder.Services.AddSingleton<CookieJars>();
        return builder;
    }
}
