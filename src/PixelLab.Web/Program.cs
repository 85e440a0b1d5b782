using PixelLab.Web;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Lab;
using PixelLab.Web.Lessons;
using PixelLab.Web.Lessons.Checking;
using PixelLab.Web.Live;
using PixelLab.Web.Rules;
using PixelLab.Web.Sandbox;
using PixelLab.Web.Seats;
using PixelLab.Web.Sites.Clinic;
using PixelLab.Web.Sites.Mail;
using PixelLab.Web.Sites.News;
using PixelLab.Web.Sites.Shop;
using PixelLab.Web.Sites.Social;
using PixelLab.Web.Storage;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Broker;
using PixelLab.Web.Vendors.Metrics;
using PixelLab.Web.Vendors.Postbox;

try
{
    var builder = WebApplication.CreateBuilder(args);

    builder.AddAddressing();
    builder.AddCapture();
    builder.AddStorage();
    builder.AddLive();
    builder.AddRules();
    builder.AddAds();
    builder.AddMail();
    builder.AddLab();
    builder.AddLessons();

    var app = builder.Build();

    app.UseCapture();
    app.UseAddressing();
    app.UseSandboxApart();
    app.UsePageSecurityHeaders();
    app.UseLinkStripping();
    app.UseOwnOriginsOnly();
    app.UseLabErrors();
    app.UseRateLimiter();

    app.MapStaticAssets();
    app.MapLive();
    app.MapSeats();
    app.MapLab();
    app.MapLessons();
    app.MapSandbox();

    app.MapConsent();
    app.MapPrivacy();
    app.MapSwitches();
    app.MapCheck();
    app.MapShop();
    app.MapNews();
    app.MapSocial();
    app.MapClinic();
    app.MapMail();

    app.MapMetrics();
    app.MapAdnet();
    app.MapBroker();
    app.MapPostbox();

    if (LessonsCommand.IsAsked(args))
    {
        return LessonsCommand.Run(app, Console.Out);
    }

    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartProblem.InWords(failure) is { } words)
{
    await Console.Error.WriteLineAsync(words);
    return 1;
}
