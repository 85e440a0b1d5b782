using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using PixelLab.Web.Addressing;
using QRCoder;

namespace PixelLab.Web.Features.Classroom;

/// <summary>
/// <c>--lan</c>: lets the devices of a local network in. Names like <c>shop.localhost</c> mean each device itself, so the
/// sites lie on ports of a bare address instead, and the terminal says what that changes.
/// </summary>
public static class LanMode
{
    /// <summary>The option.</summary>
    public const string Flag = "--lan";

    /// <summary>Whether the flag is set.</summary>
    public static bool IsAsked(string[] args) => args.Contains(Flag);

    /// <summary>The arguments without the flag, which takes no value.</summary>
    public static string[] WithoutFlag(string[] args) => [.. args.Where(argument => argument != Flag)];

    /// <summary>Binds the network, where nobody says otherwise, and chooses an addressing mode that works there.</summary>
    public static void Apply(WebApplicationBuilder builder)
    {
        builder.Configuration["urls"] ??= $"http://0.0.0.0:{PortPlan.DefaultLabPort}";
        builder.Configuration[$"{AddressingOptions.Section}:Mode"] ??= nameof(AddressingMode.Port);
    }

    /// <summary>Once the server listens, prints where to join.</summary>
    public static void Announce(WebApplication app)
    {
        var ports = app.Services.GetRequiredService<PortPlan>();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Words(Addresses(), ports.LabPort)));
    }

    /// <summary>What the terminal says.</summary>
    /// <param name="addresses">The machine's addresses in its networks; empty where it is in none.</param>
    /// <param name="port">The lab's port.</param>
    public static string Words(IReadOnlyList<IPAddress> addresses, int port)
    {
        if (addresses.Count == 0)
        {
            return ClassroomText.Text["Lan.Alone"];
        }

        var words = ClassroomText.Text;
        var teach = $"http://{addresses[0]}:{port}/classroom";
        var join = $"http://{addresses[0]}:{port}/join";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(join, QRCodeGenerator.ECCLevel.L);
        using var drawing = new AsciiQRCode(data);
        var others = addresses.Skip(1).Select(address => $"http://{address}:{port}/join").ToList();
        return string.Join('\n', [
            "",
            drawing.GetGraphicSmall(),
            "",
            words["Lan.Join", join],
            .. others.Select(other => words["Lan.Join.Or", other]),
            words["Lan.Teach", teach],
            "",
            words["Lan.Differs"],
            words["Lan.Differs.Cookies"],
            words["Lan.Differs.Ports", port, port + Town.Hosts.Count - 1],
            words["Lan.Differs.Http"],
        ]).ReplaceLineEndings();
    }

    private static IReadOnlyList<IPAddress> Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            // A network with a way out is the one that others are in; those of virtual machines have none.
            .OrderByDescending(network => network.GetIPProperties().GatewayAddresses.Count)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)),
    ];
}
