using PixelLab.Web;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Classroom;
using PixelLab.Web.Classroom.Overview;
using PixelLab.Web.Classroom.Traffic;
using PixelLab.Web.Compare;
using PixelLab.Web.Export;
using PixelLab.Web.Lab;
using PixelLab.Web.Lessons;
using PixelLab.Web.Lessons.Checking;
using PixelLab.Web.Live;
using PixelLab.Web.Population;
using PixelLab.Web.Reports;
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
    var builder = ProgramFolders.CreateBuilder(LanMode.WithoutFlag(args));
    if (LanMode.IsAsked(args))
    {
        LanMode.Apply(builder);
    }

    builder.AddAddressing();
    builder.AddCapture();
    builder.AddStorage();
    builder.AddLive();
    builder.AddRules();
    builder.AddAds();
    builder.AddMail();
    builder.AddPopulation();
    builder.AddLab();
    builder.AddCompare();
    builder.AddExport();
    builder.AddClassroom();
    builder.AddRoomOverview();
    builder.AddRoomTraffic();
    builder.AddLessons();

    var app = builder.Build();
    if (LanMode.IsAsked(args))
    {
        LanMode.Announce(app);
    }

    app.UseCapture();
    app.UseAddressing();
    app.UseResponseCompression();
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
    app.MapCompare();
    app.MapExport();
    app.MapClassroom();
    app.MapRoomOverview();
    app.MapRoomTraffic();
    app.MapLessons();
    app.MapReports();
    app.MapSandbox();

    app.MapConsent();
    app.MapPrivacy();
    app.MapSwitches();
    app.MapCheck();
    app.MapPopulation();
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
