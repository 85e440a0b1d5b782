namespace PixelLab.Web.Readings;

/// <summary>Registers what keeps readings up to date.</summary>
public static class ReadingsSetup
{
    /// <summary>Adds it.</summary>
    public static WebApplicationBuilder AddReadings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SeatReadings>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SeatReadings>());
        builder.Services.AddSingleton<CookieJars>();
        builder.Services.AddSingleton<InventedTown>();
        return builder;
    }
}
