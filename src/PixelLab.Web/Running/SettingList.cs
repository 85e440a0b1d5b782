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
        new(Urls, $"`{AddressingSetup.DefaultUrls}`"),
        new(LanMode.Flag, SettingText.Text["Default.Off"]),
        Of<StorageOptions>(StorageOptions.Section, nameof(StorageOptions.Storage)),
        Of<RedisOptions>(RedisOptions.Section, nameof(RedisOptions.Configuration)),
        Of<StorageOptions>(StorageOptions.Section, nameof(StorageOptions.DataDirectory)) with
        {
            Default = SettingText.Text["Default.Folder"],
        },
        Of<StorageOptions>(StorageOptions.Section, nameof(StorageOptions.KeepHours)),
        Of<LessonOptions>(LessonOptions.Section, nameof(LessonOptions.Folder)),
        Of<ReplayLimits>(ReplayLimits.Section, nameof(ReplayLimits.MostMegabytes)),
        Of<ReplayLimits>(ReplayLimits.Section, nameof(ReplayLimits.MostEvents)),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.HitsPerMinute)),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesPerMinute)),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfSeat)),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfAddress)),
        Of<CaptureLimits>(CaptureLimits.Section, nameof(CaptureLimits.MegabytesOfLab)),
        Of<LiveOptions>(LiveOptions.Section, nameof(LiveOptions.KeepAlive)),
        Of<LiveOptions>(LiveOptions.Section, nameof(LiveOptions.Silence)),
        Of<TelemetryOptions>(TelemetryOptions.Section, nameof(TelemetryOptions.Prometheus)),
        Of<TelemetryOptions>(TelemetryOptions.Section, nameof(TelemetryOptions.Otlp)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.Mode)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.BaseHost)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.VendorBaseHost)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.SandboxBaseHost)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.HostNames)),
        Of<AddressingOptions>(AddressingOptions.Section, nameof(AddressingOptions.TrustedProxies)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.Host)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.Port)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.StartTls)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.UserName)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.Password)),
        Of<SmtpOptions>(SmtpOptions.Section, nameof(SmtpOptions.From)),
    ];

    private static Setting Of<TOptions>(string section, string property)
        where TOptions : new()
    {
        var value = typeof(TOptions).GetProperty(property)!.GetValue(new TOptions());
        var isList = value is IList;
        var standing = Convert.ToString(value, CultureInfo.InvariantCulture);
        var shown = value switch
        {
            bool isOn => isOn ? "`true`" : "`false`",
            _ when isList || standing is not { Length: > 0 } => SettingText.Text["Default.None"],
            _ => $"`{standing}`",
        };
        return new Setting($"{section}:{property}", shown, isList);
    }
}
