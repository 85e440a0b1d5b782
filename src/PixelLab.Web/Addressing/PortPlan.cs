using Microsoft.Extensions.Options;

namespace PixelLab.Web.Addressing;

/// <summary>In port mode: the lab's port, and one after it for each other host.</summary>
public sealed class PortPlan
{
    /// <summary>The port when nothing else is said.</summary>
    public const int DefaultLabPort = 5080;

    /// <summary>Reads the lab's port from the first configured URL.</summary>
    public PortPlan(IConfiguration configuration) => LabPort = FirstPort(configuration["urls"]);

    /// <summary>The lab's own port.</summary>
    public int LabPort { get; }

    /// <summary>The URLs to listen on: as configured, and in port mode once more for each host of the town.</summary>
    /// <exception cref="OptionsValidationException">Port mode needs to know its ports, so 0 is no port there.</exception>
    public static string[] Urls(string configured, AddressingMode mode)
    {
        var urls = configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (mode != AddressingMode.Port)
        {
            return urls;
        }

        var labPort = FirstPort(configured);
        if (labPort is 0 || labPort + Town.Hosts.Count > 65_536)
        {
            throw new OptionsValidationException(
                AddressingOptions.Section,
                typeof(AddressingOptions),
                [AddressingText.Text["Wrong.Port", Town.Hosts.Count - 1]]);
        }

        return
        [
            .. urls.SelectMany(url => Enumerable.Range(0, Town.Hosts.Count)
                .Select(offset => WithPort(url, BindingAddress.Parse(url).Port + offset))),
        ];
    }

    private static int FirstPort(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return first is null ? DefaultLabPort : BindingAddress.Parse(first).Port;
    }

    private static string WithPort(string url, int port)
    {
        var address = BindingAddress.Parse(url);
        return $"{address.Scheme}://{address.Host}:{port}";
    }
}
