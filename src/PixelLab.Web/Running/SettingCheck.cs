using System.Globalization;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;
using PixelLab.Web.Features.Classroom;

namespace PixelLab.Web.Running;

/// <summary>
/// Finds what was set and is no setting: a typing error would otherwise leave the lab as it is without a word. On the command line every
/// option is looked at; of the configuration, what is the lab's own.
/// </summary>
public static class SettingCheck
{
    /// <summary>What ASP.NET Core reads itself, beside the addresses.</summary>
    private static readonly string[] HostKeys =
    [
        WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey, WebHostDefaults.ApplicationKey, WebHostDefaults.WebRootKey,
        WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.DetailedErrorsKey,
        WebHostDefaults.CaptureStartupErrorsKey, WebHostDefaults.StartupAssemblyKey, WebHostDefaults.HostingStartupAssembliesKey,
        WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.PreventHostingStartupKey, WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.StaticWebAssetsKey, "AllowedHosts", "ReloadStaticAssetsAtRuntime",
    ];

    private static readonly string[] HostSections = ["Logging", "Kestrel", "hostBuilder"];

    /// <summary>What other servers call the option that says where to listen.</summary>
    private static readonly string[] OtherNamesOfUrls = ["port", "p", "host", "url", "listen", "bind", "address", "addr", "server"];


    /// <summary>Stops the start where the command line says what the lab does not know.</summary>
    /// <exception cref="OptionsValidationException">It does.</exception>
    public static void OfArguments(IReadOnlyList<string> arguments) => Stop(Faults(CommandLine.Of(arguments)));

    /// <summary>Stops the start where something is set under <c>PixelLab</c> that is no setting.</summary>
    /// <exception cref="OptionsValidationException">It is.</exception>
    public static void OfConfiguration(IConfigurationRoot configuration) => Stop(
        configuration.GetSection(SettingList.Section).AsEnumerable()
            .Where(one => !string.IsNullOrEmpty(one.Value) && one.Key.Contains(':', StringComparison.Ordinal))
            .Select(one => Fault(one.Key, Place(configuration, one.Key)))
            .OfType<string>());

    private static void Stop(IEnumerable<string> faults)
    {
        if (faults.ToList() is { Count: > 0 } found)
        {
            throw new OptionsValidationException(SettingList.Section, typeof(Setting), found);
        }
    }

    private static IEnumerable<string> Faults(CommandLine line)
    {
        if (line is { Command: { TakesFile: true } command, File: null })
        {
            yield return RunningText.Text["Check.File", command.Words, command.Usage];
        }

        var arguments = line.Options;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (written, value) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], null);
            var name = written.TrimStart('-', '/');
            if (name.Length == written.Length && value is null)
            {
                yield return line.Command is { } asked
                    ? RunningText.Text["Check.TakesNone", asked.Words, written, asked.Usage]
                    : RunningText.Text["Check.NoCommand", written, Nearest(written, CommandList.All.Select(one => one.Words))];
                continue;
            }

            if (Same("--" + name, LanMode.Flag))
            {
                if (arguments[i] != LanMode.Flag)
                {
                    yield return RunningText.Text["Check.Lan", LanMode.Flag];
                }

                continue;
            }

            if (value is null && i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                i++;
                value = arguments[i];
            }

            if (value is "" && IsGroup(name))
            {
                // Says nothing; whoever hands over all that is set says so of each group.
                continue;
            }

            if (!IsKnownOption(name))
            {
                yield return name.StartsWith(SettingList.Section + ":", StringComparison.OrdinalIgnoreCase)
                    ? Fault(name, "") ?? ""
                    : RunningText.Text["Check.NoOption", written, OptionLike(name, value)];
            }
            else if (value is null)
            {
                yield return RunningText.Text["Check.Value", written];
            }
        }
    }

    private static bool IsKnownOption(string name) =>
        Same("--" + name, SettingList.Urls)
        || HostKeys.Any(key => Same(key, name))
        || HostSections.Any(section => name.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
        || (name.StartsWith(SettingList.Section + ":", StringComparison.OrdinalIgnoreCase) && Fault(name, "") is null);

    private static bool IsGroup(string name) => HostSections.Concat(SettingList.All.Select(setting => setting.Name))
        .Any(known => Same(known, name) || known.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a key under <c>PixelLab</c>; null where it is a setting.</summary>
    private static string? Fault(string key, string place)
    {
        foreach (var setting in SettingList.All)
        {
            if (Same(setting.Name, key))
            {
                return setting.IsList ? RunningText.Text["Check.List", setting.Name, place, InEnvironment(setting.Name)] : null;
            }

            if (setting.IsList && IsOneOf(setting.Name, key))
            {
                return null;
            }
        }

        return RunningText.Text["Check.NoSetting", key, place, Nearest(key, SettingList.All.Select(setting => setting.Name).Where(name => name.StartsWith(SettingList.Section, StringComparison.Ordinal)))];
    }

    private static bool IsOneOf(string list, string key) =>
        key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(key.AsSpan(list.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Place(IConfigurationRoot configuration, string key) =>
        configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) switch
        {
            EnvironmentVariablesConfigurationProvider => RunningText.Text["Check.Environment", InEnvironment(key)],
            FileConfigurationProvider { Source.Path: { } file } => $" (in {Path.GetFileName(file)})",
            _ => "",
        };

    private static string InEnvironment(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The option that was meant, most likely, as it would be written.</summary>
    private static string OptionLike(string name, string? value)
    {
        if (OtherNamesOfUrls.Any(other => Same(other, name)))
        {
            var port = ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : 5090;
            return string.Create(CultureInfo.InvariantCulture, $"{SettingList.Urls} http://localhost:{port}");
        }

        var nearest = Nearest(name, [.. SettingList.All.Select(setting => setting.Name), .. HostKeys.Take(2), "--help"]);
        return nearest.StartsWith("--", StringComparison.Ordinal) ? nearest : "--" + nearest;
    }

    private static string Nearest(string name, IEnumerable<string> known) => known.MinBy(one => Distance(Letters(name), one))!;

    /// <summary>How far a name is from a known one, or from one of its parts: who leaves the rest out means it all the same.</summary>
    private static int Distance(string name, string known) => known.TrimStart('-').Split(':')
        .SkipWhile(part => part == SettingList.Section)
        .Select(part => Letters(part) is var letters && name.Length > 2 && letters.StartsWith(name, StringComparison.Ordinal) ? 1 : Edits(Last(name), letters) + 1)
        .Append(Edits(name, Letters(known)))
        .Min();

    private static string Last(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static string Letters(string name) =>
        name.Replace("__", ":", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters must be put in, taken out or changed to make one word of another (Levenshtein).</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
