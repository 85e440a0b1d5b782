using PixelLab.Web;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Capture;
using PixelLab.Web.Dock;
using PixelLab.Web.Features.Cards;
using PixelLab.Web.Features.Case;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Classroom.Overview;
using PixelLab.Web.Features.Classroom.Traffic;
using PixelLab.Web.Features.Compare;
using PixelLab.Web.Features.Front;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Lessons.Checking;
using PixelLab.Web.Features.Panel;
using PixelLab.Web.Features.Population;
using PixelLab.Web.Features.Replay;
using PixelLab.Web.Features.Reports;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Features.Sandbox;
using PixelLab.Web.Features.Seats;
using PixelLab.Web.Features.Story;
using PixelLab.Web.Features.Yours;
using PixelLab.Web.Frame;
using PixelLab.Web.Languages;
using PixelLab.Web.Live;
using PixelLab.Web.Readings;
using PixelLab.Web.Running;
using PixelLab.Web.Sites;
using PixelLab.Web.Start;
using PixelLab.Web.Telemetry.Export;
using PixelLab.Web.Vendors;

try
{
    if (HelpCommand.IsAsked(args))
    {
        return HelpCommand.Run(args, Console.Out);
    }

    SettingCheck.OfArguments(args);
    var line = CommandLine.Of(args);
    if (ExplainCommand.IsAsked(line))
    {
        return await ExplainCommand.RunAsync(line, Console.OpenStandardOutput(), Console.Error);
    }

    var builder = ProgramFolders.CreateBuilder(LanMode.WithoutFlag([.. line.Options]));
    SettingCheck.OfConfiguration(builder.Configuration);
    if (DataCommand.IsAsked(line))
    {
        return await DataCommand.RunAsync(line, builder.Configuration, Console.Out);
    }

    if (LanMode.IsAsked(args))
    {
        LanMode.Apply(builder);
    }

    builder.AddRun();
    builder.AddAddressing();
    builder.AddCapture();
    builder.AddStorage();
    builder.AddLive();
    builder.AddReadings();
    builder.AddApi();
    builder.AddVendors();
    builder.AddSites();
    builder.AddPopulation();
    builder.AddFrame();
    builder.AddDock();
    builder.AddCompare();
    builder.AddReports();
    builder.AddReplay();
    builder.AddYours();
    builder.AddStory();
    builder.AddClassroom();
    builder.AddRoomOverview();
    builder.AddRoomTraffic();
    builder.AddLessons();
    builder.AddTelemetry();

    var app = builder.Build();
    if (LanMode.IsAsked(args))
    {
        LanMode.Announce(app);
    }

    app.UseWarmUp();
    app.UseCapture();
    app.UsePageLanguage();
    app.UseAddressing();
    app.UseResponseCompression();
    app.UseSandboxApart();
    app.UsePageSecurityHeaders();
    app.UseLinkStripping();
    app.UseDoor();
    app.UseLabErrors();
    app.UseRateLimiter();
    app.UseMiddleware<StillReading>();

    app.MapStaticAssets();
    app.MapLive();
    app.MapApi();
    app.MapSeats();
    app.MapDock();
    app.MapFrame();
    app.MapFront();
    app.MapPanel();
    app.MapCompare();
    app.MapReplay();
    app.MapYours();
    app.MapCards();
    app.MapStory();
    app.MapCase();
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
    app.MapSites();
    app.MapVendors();
    app.MapTelemetry();

    if (OpenApiCommand.IsAsked(args))
    {
        return await OpenApiCommand.RunAsync(app, Console.OpenStandardOutput(), Console.Error);
    }

    if (LessonsCommand.IsAsked(args))
    {
        return LessonsCommand.Run(app, Console.Out);
    }

    return await app.RunToTheEndAsync();
}
catch (Exception failure) when (StartProblem.InWords(failure) is { } words)
{
    await Console.Error.WriteLineAsync(words);
    return 1;
}
