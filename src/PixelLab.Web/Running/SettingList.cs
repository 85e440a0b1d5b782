using System.Collections;
using System.Globalization;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Sites.Mail;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using PixelLab.Web.Telemetry;

namespace PixelLab.Web.Running;

/// <summary>
/// All settings of the lab. <c>--help</c> is made of this list, the README's table is held to it, and whatever else stands under
/// <c>PixelLab</c> stops the start. Names and defaults are those of the types that are bound.
/// </summary>
public static class SettingList
{
    /// <summary>The section of the configuration that is the lab's alone.</summary>
    public const string Section = StorageOptions.Section;

    /// <summary>The option that says where to listen.</summary>
    public const string Urls = "--urls";

    /// <summary>The settings, in the order in which somebody wants to know of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(Urls, $"`{AddressingSetup.DefaultUrls}`", "where to listen; loopback only unless you say otherwise"),
        new(LanMode.Flag, "off", "lets the devices of your network in, and says where to join; it takes no value"),
        Of<StorageOptions>(
            StorageOptions.Section, nameof(StorageOptions.Storage), "`redis` keeps events and rooms on a Redis server (6.2 or newer) that several labs share"),
        Of<RedisOptions>(RedisOptions.Section, nameof(RedisOptions.Configuration), "where that server is: `host:port,password=…,defaultDatabase=1`"),
        Of<StorageOptions>(StorageOptions.Section, nameof(StorageOptions.DataDirectory), "where the event log is") with
        {
            Default = "a folder of your local application data",
        },
        Of<StorageOptions>(StorageOptions.Section, nameof(StorageOptions.KeepHours), "after how many hours events are erased"),
        Of<LessonOptions>(
            LessonOptions.Section,
            nameof(LessonOptions.Folder),
            "a folder with lessons of your own, beside the lab's; a file of the same name takes the place of the lab's"),
        Of<ReplayLimits>(
            ReplayLimits.Section,
            nameof(ReplayLimits.MostMegabytes),
            "how many megabytes a replay may have that is opened; a simulated town that would be larger is not kept"),
        Of<ReplayLimits>(ReplayLimits.Section, nameof(ReplayLimits.MostEvents), "how many events it may have"),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.HitsPerMinute), "hits a minute from one address; `0` is no limit"),
        Of<CaptureLimits>(
            CaptureLimits.Section,
            nameof(CaptureLimits.MegabytesPerMinute),
            "megabytes of them; `0` is no limit, and where hits have none, their bytes have none"),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfSeat), "how many megabytes a seat holds; `0` is no limit"),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfAddress), "how many the seats hold that one address began; `0` is no limit"),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfLab), "how many the lab holds; `0` is no limit"),
        Of<LiveOptions>(LiveOptions.Section, nameof(LiveOptions.KeepAlive), "how often the server tells a panel that it is there"),
        Of<LiveOptions>(LiveOptions.Section, nameof(LiveOptions.Silence), "after how long it lets a silent panel go"),
        Of<TelemetryOptions>(
            TelemetryOptions.Section,
            nameof(TelemetryOptions.Prometheus),
            "who may read the lab's figures at `/metrics`, in the form of Prometheus: `Nobody`, programs of the `Machine` itself, or `Everybody` who reaches the lab"),
        Of<TelemetryOptions>(
            TelemetryOptions.Section,
            nameof(TelemetryOptions.Otlp),
            "where figures and traces are sent by the protocol of OpenTelemetry: `http://localhost:4318`; they go nowhere without it"),
        Of<AddressingOptions>(
            AddressingOptions.Section, nameof(AddressingOptions.Mode), "how hosts are told apart: each has a name (`Subdomain`), a port (`Port`) or a path (`Path`)"),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.BaseHost), "the lab's own host name"),
        Of<AddressingOptions>(
            AddressingOptions.Section,
            nameof(AddressingOptions.VendorBaseHost),
            "another domain for the vendors, so that they stay third parties on a real domain"),
        Of<AddressingOptions>(
            AddressingOptions.Section,
            nameof(AddressingOptions.SandboxBaseHost),
            "another domain again for the pages that learners write, so that they may have an origin on a real domain; without it they have none there"),
        Of<AddressingOptions>(
            AddressingOptions.Section,
            nameof(AddressingOptions.HostNames),
            "in port and path mode: names by which the lab is reached, beside addresses, the machine's own name and the base host; others get 404"),
        Of<AddressingOptions>(
            AddressingOptions.Section,
            nameof(AddressingOptions.TrustedProxies),
            "addresses of reverse proxies whose `X-Forwarded-For` and `-Proto` are believed"),
        Of<SmtpOptions>(
            SmtpOptions.Section,
            nameof(SmtpOptions.Host),
            "a mail server for sending a message on to an address you type; sending is off without it"),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.Port), "that server's port"),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.StartTls), "whether the way to it must be encrypted"),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.UserName), "the name to log in to it with"),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.Password), "the password of that name; better in the environment than in a file"),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.From), "the sender that it will accept"),
    ];

    private static Setting Of<TOptions>(string section, string property, string what)
        where TOptions : new()
    {
        var value = typeof(TOptions).GetProperty(property)!.GetValue(new TOptions());
        var isList = value is IList;
        var standing = Convert.ToString(value, CultureInfo.InvariantCulture);
        var shown = value switch
        {
            bool isOn => isOn ? "`true`" : "`false`",
            _ when isList || standing is not { Length: > 0 } => "none",
            _ => $"`{standing}`",
        };
        return new Setting($"{section}:{property}", shown, what, isList);
    }
}
