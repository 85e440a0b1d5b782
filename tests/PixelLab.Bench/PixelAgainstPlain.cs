using System.Globalization;

namespace PixelLab.Bench;

/// <summary>How many hits a second the pixel takes, beside the plainest pixels there are: one of a server that logs, and one of the lab's own server that does nothing else.</summary>
internal static class PixelAgainstPlain
{
    private const int Rounds = 5;
    private const string Path = "/~bench/px/PL-SHOP-1.gif";
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    /// <summary>Measures all in turn and prints the ratios of their medians.</summary>
    public static async Task RunAsync()
    {
        await using var nginx = await NginxProcess.StartAsync();
        await using var bare = await BareServer.StartAsync();
        await using var lab = await BenchLab.StartAsync();
        var pixel = new Measured("PixelLab, captured and durable", lab.Port, 0);
        var kestrel = new Measured("bare Kestrel, same answer", bare.Port, 0.7);
        List<Measured> plain = nginx is null ? [kestrel] : [new("nginx empty_gif with access log", nginx.Port, 0.8), kestrel];
        List<Measured> all = [.. plain, pixel];
        foreach (var one in all)
        {
            await LoadAsync(one == pixel ? Warm + Warm : Warm, one.Port);
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var one in all)
            {
                one.Rates.Add(await LoadAsync(Round, one.Port));
            }
        }

        Console.WriteLine($"requests a second, {Load.Connections} connections by {(Wrk.IsInstalled ? "wrk" : "the bench's own load: wrk is not installed")}{(nginx is null ? "; nginx is not installed" : "")}");
        foreach (var one in all)
        {
            Console.WriteLine($"{one.Name,-34}{one.Median,9:n0}   ({string.Join(" ", one.Rates.Select(rate => rate.ToString("n0", CultureInfo.InvariantCulture)))})");
        }

        foreach (var one in plain)
        {
            Console.WriteLine($"{"the pixel, of " + one.Name.Split([' ', ','])[0],-34}{pixel.Median / one.Median,9:n2}   (aim: at least {one.Aim:n1})");
        }
    }

    private static Task<double> LoadAsync(TimeSpan duration, int port) =>
        Wrk.IsInstalled ? Wrk.ForAsync(duration, port, Path) : Load.ForAsync(duration, port, Path);

    private sealed record Measured(string Name, int Port, double Aim)
    {
        public List<double> Rates { get; } = [];

        public double Median => Rates.Order().ElementAt(Rates.Count / 2);
    }
}
